"""The reference platform itself loses parts and gets them back, and its clock is moved."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import psutil
import pytest

from support.awaiting import await_value
from support.settings import Settings
from support.targets.reference import ReferenceTarget

DAY = timedelta(days=1)
SECONDS = 60.0  # that anything may take on a slow machine


@pytest.fixture(scope="module")
def logs(tmp_path_factory) -> Path:
    return tmp_path_factory.mktemp("logs")


@pytest.fixture(scope="module")
def target(logs):
    made = ReferenceTarget(Settings.load({}, {}, {}), logs)
    made.start()
    try:
        made.open()
        yield made
    finally:
        made.close()


@pytest.fixture(autouse=True)
def everything_as_it_was(target):
    yield
    target.undo_faults()


def components(target) -> dict[str, str]:
    return target.client.get("/health/ready").json()["components"]


def test_a_platform_without_its_worker_says_so_and_another_worker_is_a_fresh_one(target):
    before = psutil.Process(target.processes()["worker"])
    target.faults.end("worker")
    assert components(target) == {"postgresql": "up", "redis": "up", "worker": "down"}
    assert target.went_away() == ""
    target.faults.begin("worker")
    assert components(target)["worker"] == "up"
    assert not before.is_running()


def test_a_platform_that_is_begun_again_answers_where_it_was(target):
    target.faults.end("platform", killed=True)
    assert target.went_away() == ""
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"{target.base_url}/health/live")
    target.faults.begin("platform")
    assert target.client.get("/health/live").status_code == 200
    assert target.losses() == []


def test_what_recurs_comes_when_the_clock_is_moved_and_does_not_wait_when_it_is_put_back(target, logs):
    def sent() -> int:
        return (logs / "beat.log").read_text().count("Sending due task missions.watch")

    def await_more(than: int, look=sent) -> None:
        await_value(look, lambda seen: seen > than, within=SECONDS, words=lambda seen: f"only {seen} were sent")

    def sent_a_while_later() -> int:
        target.clock.move(timedelta(seconds=11))
        return sent()

    target.faults.restart("beat")
    before = sent()
    target.clock.move(DAY)
    await_more(before)
    before = sent()
    target.clock.put_back()
    await_more(before, sent_a_while_later)  # it comes every 10 s


def test_what_is_stored_is_dated_by_the_moved_clock(target):
    target.clock.move(DAY)
    name = "moved-clock"
    answer = target.client.post("/api/v1/auth/register", json={
        "tenant_name": name, "full_name": "Nadia", "email": "nadia@people.example", "password": "a-Password-of-4711"})
    assert answer.status_code == 201, answer.text
    rows = target.database.rows("SELECT created_at, updated_at FROM tenants WHERE name = :name", name=name)
    assert len(rows) == 1
    for moment in dict(rows[0]).values():
        assert timedelta(hours=23) < moment - datetime.now(UTC) <= DAY
    token = answer.json()["access_token"]
    assert target.client.get("/api/v2/me", headers={"Authorization": f"Bearer {token}"}).status_code == 200
    target.clock.move(timedelta(hours=2))
    assert target.client.get("/api/v2/me", headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_a_second_process_serves_beside_the_first_until_all_is_put_back(target):
    address = target.faults.begin_second()
    assert address != target.base_url
    assert httpx.get(f"{address}/health/live", trust_env=False).status_code == 200
    second = psutil.Process(target.processes()["second platform"])

    target.undo_faults()
    assert not second.is_running() or second.status() == psutil.STATUS_ZOMBIE
    assert target.losses() == []
    assert target.client.get("/health/live").status_code == 200
