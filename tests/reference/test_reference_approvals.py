"""Risky steps are asked for first: once, by whom may, in time; and what was refused stays undone."""

from __future__ import annotations

import os
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from support.awaiting import await_value

RISKY = {"kind": "status_is", "path": "/reset", "value": 200}


def asked(target) -> list[str]:
    return [request.path for request in target.requests]


@pytest.fixture
def waiting(admin, target):
    """A mission over two targets that waits for its first risky step; between two others."""
    targets = [target(), target()]
    rules = [admin.rule(title="First"), admin.rule(title="Reset", risk="high", check=RISKY), admin.rule(title="Last")]
    mission = admin.mission(targets, rule_ids=[rule["id"] for rule in rules],
                            constraints={"approval_timeout_seconds": 60})
    admin.done("POST", f"/missions/{mission}/start")
    return mission, admin.pending(mission), targets


def test_an_approved_step_is_done_once_and_a_rejected_one_never(admin, waiting):
    mission, approval, (first, second) = waiting
    address = f"/missions/{mission}/approvals"
    assert asked(first) == ["/"]
    assert admin.done("GET", f"/missions/{mission}")["status"] == "awaiting_approval"
    assert admin.done("GET", f"/missions/{mission}/statistics")["approvals_pending"] == 1

    answer = admin.done("POST", f"{address}/{approval['id']}/approve", {"comment": "go"})
    me = admin.done("GET", "/me")
    assert answer["status"] == "approved" and answer["comment"] == "go" and answer["decided_at"].endswith("Z")
    assert answer["decided_by"] == {"id": me["id"], "full_name": me["full_name"]}

    other = admin.pending(mission)
    assert other["target_id"] != approval["target_id"]
    refused = admin("POST", f"{address}/{other['id']}/reject", {})
    assert refused.status_code == 422 and refused.json()["errors"][0]["field"] == "reason"
    admin.done("POST", f"{address}/{other['id']}/reject", {"reason": "ships"})
    admin.wait_for(mission, "completed")

    assert asked(first) == ["/", "/reset", "/"]
    assert asked(second) == ["/", "/"]
    numbers = admin.done("GET", f"/missions/{mission}/statistics")
    assert (numbers["steps_done"], numbers["steps_skipped"], numbers["approvals_pending"]) == (5, 1, 0)
    assert [each["status"] for each in admin.items(address)] == ["rejected", "approved"]
    late = admin("POST", f"{address}/{other['id']}/approve")
    assert late.status_code == 409
    assert (late.json()["state"], late.json()["allowed"]) == ("rejected", [])


def test_of_two_decisions_at_once_one_stands(admin, waiting):
    mission, approval, _ = waiting
    address = f"/missions/{mission}/approvals/{approval['id']}"
    with ThreadPoolExecutor(2) as together:
        answers = list(together.map(lambda one: admin("POST", f"{address}/{one[0]}", one[1]),
                                    [("approve", None), ("reject", {"reason": "no"})]))
    assert sorted(answer.status_code for answer in answers) == [200, 409]
    [accepted] = [answer.json() for answer in answers if answer.status_code == 200]
    [stored] = [each for each in admin.items(f"/missions/{mission}/approvals") if each["id"] == approval["id"]]
    assert stored == accepted


def test_what_nobody_decides_in_time_expires_and_a_late_decision_is_none(platform, admin, waiting):
    mission, approval, (first, _) = waiting
    platform.stack.faults.end("beat")  # so that nobody comes by before the late decision does
    platform.pass_time(seconds=61)
    late = admin("POST", f"/missions/{mission}/approvals/{approval['id']}/approve")
    assert late.status_code == 409
    assert (late.json()["state"], late.json()["allowed"]) == ("expired", [])

    platform.stack.faults.begin("beat")
    platform.pass_time(seconds=11)  # what recurs every 10 s is due
    [expired] = admin.awaited(f"/missions/{mission}/approvals?status=expired")
    assert expired["id"] == approval["id"] and expired["decided_by"] is None and expired["decided_at"] is None
    assert admin.pending(mission)["target_id"] != approval["target_id"]
    assert asked(first) == ["/", "/"]


def test_a_stopped_mission_asks_for_nothing_any_more(admin, waiting):
    mission, approval, (first, second) = waiting
    assert admin("POST", f"/missions/{mission}/pause").json()["allowed"] == ["running", "stopped", "failed"]
    admin.done("POST", f"/missions/{mission}/stop")
    assert [each["status"] for each in admin.items(f"/missions/{mission}/approvals")] == ["expired"]
    assert admin("POST", f"/missions/{mission}/approvals/{approval['id']}/approve").status_code == 409
    assert (asked(first), asked(second)) == (["/"], [])


def test_neither_another_mission_nor_another_tenant_nor_an_operator_decides(platform, admin, waiting, target):
    mission, approval, _ = waiting
    other, stranger = admin.mission([target()]), platform.tenant()
    for person, address in ((admin, f"/missions/{other}/approvals/{approval['id']}"),
                            (stranger, f"/missions/{mission}/approvals/{approval['id']}"),
                            (admin, f"/missions/{mission}/approvals/no-uuid")):
        assert person("POST", f"{address}/approve").status_code == 404
        assert person("POST", f"{address}/reject", {"reason": 3}).status_code == 404
    for role in ("operator", "viewer"):
        answer = platform.colleague(admin, role)("POST", f"/missions/{mission}/approvals/{approval['id']}/approve")
        assert answer.status_code == 403
    assert [each["status"] for each in admin.items(f"/missions/{mission}/approvals")] == ["pending"]


def test_a_retry_asks_anew_and_leaves_out_what_was_refused(admin, target):
    """First a refused step, then one that is done, then silence: the retry goes on after the one that is done."""
    dock = target()
    rules = [admin.rule(title="Reset", risk="high", check=RISKY), admin.rule(title="Second"),
             admin.rule(title="Flush", risk="high", check={**RISKY, "path": "/flush"}), admin.rule(title="Last")]
    mission = admin.mission([dock], rule_ids=[rule["id"] for rule in rules])
    admin.done("POST", f"/missions/{mission}/start")
    address = f"/missions/{mission}/approvals"
    admin.done("POST", f"{address}/{admin.pending(mission)['id']}/reject", {"reason": "ships"})
    flush = admin.pending(mission)
    dock.close()
    admin.done("POST", f"{address}/{flush['id']}/approve")
    failed = admin.wait_for(mission, "failed")
    assert failed["status_reason"] == "no_target_reachable" and failed["completed_at"]

    dock.come_back()
    again = admin.done("POST", f"/missions/{mission}/retry")
    assert (again["status"], again["attempt"], again["completed_at"]) == ("running", 2, None)
    assert again["started_at"] == failed["started_at"]
    admin.done("POST", f"{address}/{admin.pending(mission)['id']}/approve")
    done = admin.wait_for(mission, "completed")
    assert [goal["status"] for goal in done["goals"]] == ["achieved"]
    assert asked(dock) == ["/", "/flush", "/"]
    numbers = admin.done("GET", f"/missions/{mission}/statistics")
    assert (numbers["steps_done"], numbers["steps_skipped"]) == (3, 1)



def test_without_the_queue_nothing_is_decided(platform, admin, waiting):
    mission, approval, _ = waiting
    address = f"/missions/{mission}/approvals/{approval['id']}"
    redis = platform.stack.processes()["redis"]
    os.kill(redis, signal.SIGSTOP)  # it is there, and answers nobody
    try:
        refused = admin("POST", f"{address}/reject", {"reason": "ships"})
    finally:
        os.kill(redis, signal.SIGCONT)
    assert (refused.status_code, refused.json()["title"]) == (503, "Service unavailable")
    assert admin.items(f"/missions/{mission}/approvals") == [approval]
    decided = await_value(lambda: admin("POST", f"{address}/approve"), lambda answer: answer.status_code != 503, within=5,
                          words=lambda answer: f"Redis is back, and it is said: {answer.text}")
    assert decided.json()["status"] == "approved"
