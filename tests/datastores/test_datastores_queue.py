"""The queue driver and the reset, with a real Celery worker."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from celery import Celery

from support.datastores.reset import LeftBehind, Reset
from support.drivers.queue import Queue
from support.reporting.evidence import Evidence
from support.reporting.masking import Mask

PATIENCE = 30.0  # seconds, on a slow machine

WORKER = """
import os, time, redis
from celery import Celery
app = Celery("shop", broker=os.environ["BROKER_URL"])
app.conf.update(task_acks_late=True, task_reject_on_worker_lost=True, worker_prefetch_multiplier=1)
keys = redis.Redis.from_url(os.environ["REDIS_URL"])

@app.task(name="shop.hold")
def hold(name):
    "Runs until somebody writes go:<name>."
    keys.rpush("began", name)
    while not keys.get("go:" + name):
        time.sleep(0.005)
    keys.rpush("ended", name)
"""


def _until(condition: Callable[[], object], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < deadline, f"never came true: {what}"
        time.sleep(0.005)


@pytest.fixture
def celery(place):
    with Celery("test", broker=place.broker_url, set_as_current=False) as application:
        yield application


@pytest.fixture
def worker(place, tmp_path):
    (tmp_path / "shop_worker.py").write_text(WORKER)
    process = subprocess.Popen(
        [sys.executable, "-m", "celery", "-A", "shop_worker", "worker", "--concurrency", "1", "--without-gossip",
         "--without-mingle", "--without-heartbeat", "-Q", "celery"], cwd=tmp_path, start_new_session=True,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        env={**os.environ, "BROKER_URL": place.broker_url, "REDIS_URL": place.redis_url, "PYTHONPATH": str(Path.cwd())})
    yield process
    os.killpg(process.pid, 9)
    process.wait(PATIENCE)


def test_waiting_tasks_are_counted_and_purged(place, celery):
    evidence = Evidence(Mask())
    queue = Queue(place.broker_url, lambda: evidence)
    assert queue.is_idle()
    for number, (name, priority) in enumerate([("high", 0), ("high", 9), ("bulk", 0)]):
        celery.send_task("shop.hold", [str(number)], queue=name, priority=priority)
    assert queue.waiting() == {"bulk": 1, "high": 2}
    assert queue.running() == 0
    assert [str(task) for task in queue.await_idle(0)] == ["1 waiting in bulk", "2 waiting in high"]
    place.queue.client.set("celery-task-meta-1", "{}")
    place.queue.client.set("muster:mark", place.name)
    assert queue.purge() == 3
    assert queue.waiting() == {}
    assert queue.await_idle(0) == []
    assert place.queue.client.get("muster:mark") == place.name.encode()
    assert not place.queue.client.exists("celery-task-meta-1")
    assert {exhibit.kind for exhibit in evidence.take_new()} == {"queue"}


@pytest.mark.shows("SUI-034")
def test_queued_tasks_go_and_running_ones_are_awaited_held_back_dropped_or_given_up(shop, celery, worker):
    # One worker for all of it, as its start is what takes time.
    queue, keys = shop.queue, shop.cache.client
    reset = Reset(shop.database, shop.cache, queue, kept_keys=["go:*", "began", "ended"], work_seconds=PATIENCE)
    reset.take_baseline()

    # running: waited for; queued: removed
    celery.send_task("shop.hold", ["first"])
    _until(lambda: keys.lrange("began", 0, -1) == [b"first"], "the first task began")
    celery.send_task("shop.hold", ["never"], queue="celery")
    celery.send_task("shop.hold", ["never"], queue="bulk")
    assert queue.running() >= 1
    assert "shop.hold" in str(queue.taken()[0])
    queue.purge()
    keys.set("go:first", "1")
    report = reset.run()
    assert report.leftovers == []
    assert queue.is_idle()
    assert keys.lrange("ended", 0, -1) == [b"first"]

    # held back until later: dropped, and never run
    due = datetime.now(UTC) + timedelta(seconds=1.5)
    celery.send_task("shop.hold", ["held"], eta=due)
    _until(lambda: queue.running() == 1, "the worker took the one that is held back")
    report = reset.run()
    assert report.tasks == 1
    assert queue.is_idle()

    # still running at the deadline: named, given up
    celery.send_task("shop.hold", ["stuck"])
    _until(lambda: b"stuck" in keys.lrange("began", 0, -1), "the stuck task began")
    reset.work_seconds = 0.1
    with pytest.raises(LeftBehind, match=r"Work still ran 0\.1 s after the scenario: shop.hold"):
        reset.run()
    keys.set("go:stuck", "1")

    # the worker is fit for the next scenario: it does what is due after the one that was dropped
    keys.set("go:last", "1")
    celery.send_task("shop.hold", ["last"], eta=due + timedelta(seconds=0.2))
    _until(lambda: b"last" in keys.lrange("ended", 0, -1), "the last task ended")
    reset.work_seconds = PATIENCE
    reset.run()
    assert keys.lrange("began", 0, -1) == [b"first", b"stuck", b"last"]
    assert keys.lrange("ended", 0, -1) == [b"first", b"last"]
