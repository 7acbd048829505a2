"""Missions outlive lost workers, restarts and their own faults: nothing is doubled, nothing is taken up for ever."""

from __future__ import annotations

import pytest

from tests.reference.conftest import PATIENCE


@pytest.fixture
def held(admin, target):
    """A mission over three targets by two rules, whose second target is just being asked and does not answer yet."""
    targets = [target(), target(), target()]
    ids = [admin.rule(title=title)["id"] for title in ("First", "Second")]
    targets[1].hold()
    mission = admin.mission(targets, rule_ids=ids, constraints={"max_duration_minutes": 1})
    admin.done("POST", f"/missions/{mission}/start")
    targets[1].await_asked(1, within=PATIENCE)
    return mission, targets


def test_a_mission_whose_worker_is_killed_goes_on_with_another(platform, admin, held):
    mission, targets = held
    platform.stack.faults.end("worker", killed=True)
    targets[1].release()
    platform.stack.faults.begin("worker")
    admin.wait_for(mission, "completed")
    assert [len(target.requests) for target in targets] == [2, 3, 2]  # the step that was lost is done again
    assert len(admin.items(f"/missions/{mission}/findings")) == 6
    numbers = admin.done("GET", f"/missions/{mission}/statistics")
    assert (numbers["steps_total"], numbers["steps_done"], numbers["steps_skipped"]) == (6, 6, 0)


def test_every_status_outlives_a_restart_and_a_running_mission_goes_on(platform, admin, held, target):
    mission, targets = held
    safe, risky = admin.rule(title="Lamp"), admin.rule(title="Reset", risk="high")
    dock = target()
    dock.hold()
    paused, waiting, created = (admin.mission([host], rule_ids=[rule["id"]])
                                for host, rule in ((dock, safe), (target(), risky), (target(), safe)))
    admin.done("POST", f"/missions/{waiting}/start")
    approval = admin.pending(waiting)
    admin.done("POST", f"/missions/{paused}/start")
    admin.done("POST", f"/missions/{paused}/pause")
    before = {each: admin.done("GET", f"/missions/{each}") for each in (paused, waiting, created)}

    dock.release()
    for part in ("platform", "worker", "beat"):
        platform.stack.faults.end(part, killed=True)
    platform.stack.faults.restore()

    assert {each: admin.done("GET", f"/missions/{each}") for each in before} == before
    targets[1].release()
    admin.wait_for(mission, "completed")
    admin.done("POST", f"/missions/{waiting}/approvals/{approval['id']}/approve")
    admin.done("POST", f"/missions/{paused}/resume")
    for each in (waiting, paused):
        admin.wait_for(each, "completed")
    assert len(admin.items(f"/missions/{mission}/findings")) == 6


def test_a_retry_asks_nobody_again_who_was_surveyed_and_counts_its_time_anew(platform, admin, held):
    mission, targets = held
    platform.pass_time(minutes=2)
    failed = admin.wait_for(mission, "failed")
    assert failed["status_reason"] == "time_limit"
    assert admin.items(f"/missions/{mission}/targets")[0]["status"] == "surveyed"
    assert "surveying" not in [target["status"] for target in admin.items(f"/missions/{mission}/targets")]
    asked = len(targets[0].requests)

    targets[1].release()
    admin.done("POST", f"/missions/{mission}/retry")
    done = admin.wait_for(mission, "completed")
    assert (done["attempt"], done["started_at"], done["progress"]) == (2, failed["started_at"], 100)
    assert len(targets[0].requests) == asked == 2
    assert len(admin.items(f"/missions/{mission}/findings")) == 6
    assert admin("POST", f"/missions/{mission}/retry").json()["allowed"] == []


def test_time_that_a_mission_is_held_does_not_count(platform, admin, held):
    mission, targets = held
    admin.done("POST", f"/missions/{mission}/pause")
    platform.pass_time(minutes=30)
    targets[1].release()
    admin.done("POST", f"/missions/{mission}/resume")
    admin.wait_for(mission, "completed")


def test_a_mission_whose_run_breaks_again_and_again_has_failed(platform, admin, held):
    mission, targets = held
    platform.sql("UPDATE missions SET rules = '[{}, {}]' WHERE id = %s", mission)  # what no version of the code wrote
    targets[1].release()
    failed = admin.wait_for(mission, "failed")
    assert failed["status_reason"] == "run_broken"
    assert len(admin.items(f"/missions/{mission}/targets")) == 3


def test_a_retry_needs_room_among_the_running_missions(platform, admin, held, target):
    mission, targets = held
    dock = target()
    dock.close()
    lost = admin.mission([dock])
    admin.done("POST", f"/missions/{lost}/start")
    failed = admin.wait_for(lost, "failed")
    platform.sql("UPDATE tenants SET missions_running = 1 WHERE id = %s", admin.tenant_id)
    refused = admin("POST", f"/missions/{lost}/retry")
    assert (refused.status_code, refused.json()["title"]) == (409, "Too many running missions")
    assert admin.done("GET", f"/missions/{lost}") == failed
    targets[1].release()
    admin.wait_for(mission, "completed")
