"""What somebody who watches a mission sees: each change once, in order, equal to the record."""

from __future__ import annotations

import json
from contextlib import closing

import websocket

from tests.reference.conftest import PATIENCE


def watch(admin, mission: str) -> websocket.WebSocket:
    """A socket that has got the mission's state."""
    address = str(admin.client.base_url).replace("http", "ws", 1).rstrip("/")
    socket = websocket.create_connection(f"{address}/ws?token={admin.token}", timeout=PATIENCE, suppress_origin=True)
    socket.send(json.dumps({"type": "subscribe", "topics": [f"mission:{mission}"]}))
    assert [json.loads(socket.recv())["type"] for _ in range(3)] == ["connected", "subscribed", "state"]
    return socket


def frames_until(socket: websocket.WebSocket, type_: str, **data: object) -> list[dict]:
    """The frames up to the first of this type with this data."""
    found = []
    while not found or found[-1]["type"] != type_ or not data.items() <= found[-1]["data"].items():
        found.append(json.loads(socket.recv()))
    return found


def test_every_change_of_a_mission_is_told_once_and_in_order(admin, target):
    dock = target()
    rules = [admin.rule(title="First"), admin.rule(title="Reset", risk="high")]
    mission = admin.mission([dock], rule_ids=[rule["id"] for rule in rules], goals=["report", "no_high_findings"])
    with closing(watch(admin, mission)) as socket:
        admin.done("POST", f"/missions/{mission}/start")
        frames = frames_until(socket, "mission.status", new_status="awaiting_approval")
        approval = admin.pending(mission)
        [asked] = [frame["data"] for frame in frames if frame["type"] == "mission.approval"]
        assert {name: value for name, value in asked.items() if name != "seq"} == approval

        dock.close()  # the approved step gets no answer
        admin.done("POST", f"/missions/{mission}/approvals/{approval['id']}/approve", {"comment": "go"})
        frames += frames_until(socket, "mission.status", new_status="failed")
        dock.come_back()
        first, frames = frames, []
        admin.done("POST", f"/missions/{mission}/retry")
        frames += frames_until(socket, "mission.status", new_status="awaiting_approval")
        admin.done("POST", f"/missions/{mission}/approvals/{admin.pending(mission)['id']}/reject", {"reason": "no"})
        frames += frames_until(socket, "unsubscribed")

    numbers = [frame["data"]["seq"] for frame in first + frames[:-1]]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    for attempt in (first, frames):
        progress = [frame["data"]["progress"] for frame in attempt if frame["type"] == "mission.progress"]
        assert progress == sorted(progress)
    assert told(first, "mission.target", "status") == ["surveying", "unreachable"]
    assert told(first, "mission.approval", "status") == ["pending", "approved"]
    assert told(first, "mission.finding", "title") == ["First"]
    assert told(first, "mission.status", "new_status") == ["running", "awaiting_approval", "running", "failed"]
    assert told(frames, "mission.target", "status") == ["pending", "surveying", "surveyed"]
    assert told(frames, "mission.approval", "status") == ["pending", "rejected"]
    assert told(frames, "mission.finding", "title") == []
    assert told(frames, "mission.status", "new_status") == ["running", "awaiting_approval", "running", "completed"]
    assert [(frame["data"]["name"], frame["data"]["status"]) for frame in frames if frame["type"] == "mission.goal"] == [
        ("no_high_findings", "missed"), ("report", "achieved")]
    assert frames[-1]["data"] == {"topics": [f"mission:{mission}"], "reason": "final"}


def test_a_decision_and_a_deletion_are_told(admin, target):
    dock = target()
    dock.answers_left = 1
    mission = admin.mission([dock], rule_ids=[admin.rule(title=title)["id"] for title in ("First", "Second")])
    admin.done("POST", f"/missions/{mission}/start")
    admin.wait_for(mission, "failed")
    [finding] = admin.items(f"/missions/{mission}/findings")
    with closing(watch(admin, mission)) as socket:
        decided = admin.done("PATCH", f"/missions/{mission}/findings/{finding['id']}", {"status": "confirmed"})
        told_of = frames_until(socket, "mission.finding")[-1]["data"]
        assert {name: value for name, value in told_of.items() if name != "seq"} == decided
        admin.done("DELETE", f"/missions/{mission}")
        assert [frame["type"] for frame in frames_until(socket, "unsubscribed", reason="deleted")] == [
            "mission.deleted", "unsubscribed"]


def told(frames: list[dict], type_: str, name: str) -> list:
    return [frame["data"][name] for frame in frames if frame["type"] == type_]
