"""Parts of the platform are ended and begun again on purpose."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
import urllib.request
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import pytest

from support.awaiting import await_value
from support.findings import Finding, PlatformGone
from support.stack import Stack, faults, keeper, platform_parts

FAKE = "tests.stack.fake_platform"
PARTS = faults.PARTS


@pytest.fixture(scope="module")
def stack(warm_cache, tmp_path_factory):
    """One for all tests that give back what they take."""
    from support.settings import Settings

    made = Stack(Settings(cache=warm_cache), tmp_path_factory.mktemp("logs"), platform_module=FAKE, schema_module=FAKE)
    made.await_ready()
    made.begin_beat()
    yield made
    made.stop()


@pytest.mark.parametrize("killed", [False, True], ids=["told", "killed"])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_is_ended_with_all_that_it_started_and_is_no_loss(stack, part, killed):
    number = stack.processes()[part]
    own = [psutil.Process(number), *psutil.Process(number).children(recursive=True)]
    stack.faults.end(part, killed=killed)
    assert [process for process in own if process.is_running() and process.status() != psutil.STATUS_ZOMBIE] == []
    assert stack.faults.away == [part]
    assert part not in stack.processes()
    assert stack.losses() == []

    stack.faults.end(part)  # it is ended already
    stack.faults.begin(part)
    stack.faults.begin(part)
    assert stack.processes()[part] != number
    assert stack.faults.away == []
    assert stack.losses() == []


def test_the_platform_comes_back_where_it_was_and_nobody_else_gets_its_port_meanwhile(stack):
    place = urlsplit(stack.await_ready().base_url)
    stack.faults.end("platform", killed=True)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection((place.hostname, place.port), timeout=5)
    for _ in range(100):
        with socket.socket() as other:
            other.bind((place.hostname, 0))
            assert other.getsockname()[1] != place.port
    stack.faults.begin("platform")
    with urllib.request.urlopen(f"{place.geturl()}/health/live", timeout=5) as answer:
        assert answer.status == 200


def test_all_that_was_ended_is_restored(stack):
    for part in PARTS:
        stack.faults.end(part, killed=True)
    assert sorted(stack.faults.away) == sorted(PARTS)
    stack.faults.restore()
    assert set(stack.processes()) >= set(PARTS)
    stack.faults.restore()
    assert (stack.faults.away, stack.losses()) == ([], [])


def test_the_log_goes_on_where_it_was(stack):
    before = stack.log_tail("worker", 100)
    number = stack.processes()["worker"]
    stack.faults.restart("worker")
    after = stack.log_tail("worker", 100)
    assert f"process {number} works" in before
    assert after == f"{before}\nprocess {stack.processes()['worker']} works"


def test_what_a_worker_left_behind_is_not_taken_for_another(stack, monkeypatch):
    """The platform says for a while that the worker is up: a new one has to say so itself."""
    stack.faults.end("worker", killed=True)
    monkeypatch.setattr(stack.faults, "_seconds", 0.3)
    monkeypatch.setattr(stack.faults, "_spawn", lambda part: _idle(stack))
    with pytest.raises(PlatformGone, match=r"worker was begun again and does not work within 0\.3 s"):
        stack.faults.begin("worker")
    monkeypatch.undo()
    stack.faults.restart("worker", killed=True)


def test_an_unknown_part_is_named(stack):
    with pytest.raises(ValueError, match="no part 'mail' that can be ended; there are platform, worker, beat, pos"):
        stack.faults.end("mail")


@pytest.mark.parametrize("store", faults.STORES)
def test_a_store_is_ended_in_peace_and_comes_back_where_it_was(stack, store):
    number = stack.processes()[store]
    with pytest.raises(ValueError, match="would lose what it keeps"):
        stack.faults.end(store, killed=True)

    stack.faults.end(store)
    assert (stack.faults.away, stack.losses(), store in stack.processes()) == ([store], [], False)
    stack.faults.restore()
    assert stack.processes()[store] != number
    assert (stack.faults.away, stack.losses()) == ([], [])


def test_a_part_that_does_not_leave_is_a_finding_and_is_killed(make_stack, monkeypatch):
    monkeypatch.setattr(faults, "SECONDS_TO_LEAVE", 0.3)
    stack = make_stack("tests.stack.fake_platform_with_stubborn_worker")
    stack.await_ready()
    number = stack.processes()["worker"]
    with pytest.raises(Finding, match=r"The worker was told to end \(SIGTERM\) and did not within 0\.3 s; it was killed"):
        stack.faults.end("worker")
    assert not psutil.pid_exists(number)
    stack.faults.begin("worker")
    assert stack.losses() == []


def test_a_part_that_had_ended_by_itself_stays_a_loss(make_stack):
    stack = make_stack()
    stack.await_ready()
    os.kill(stack.processes()["worker"], signal.SIGKILL)
    await_value(stack.losses, bool, within=20, words=lambda seen: "no part was lost")
    with pytest.raises(PlatformGone, match="the worker had ended by itself"):
        stack.faults.end("worker")
    assert [loss.part for loss in stack.losses()] == ["worker"]


def test_a_stack_ends_while_parts_are_away(make_stack, everything_is_gone):
    stack = make_stack()
    stack.await_ready()
    folder = stack.folder
    stack.faults.end("worker", killed=True)
    stack.stop()
    assert keeper.belonging_to((str(folder),)) == []
    everything_is_gone(folder, [])
    assert stack.losses() == []


def _idle(stack: Stack):
    """A process that lives and says nothing."""
    return stack._processes.spawn("worker", ["sleep", "600"], {}, cwd=Path("/"))


def test_who_needs_the_beat_waits_until_it_works_and_not_for_one_that_is_ended(stack):
    ready = platform_parts.ready_file("beat", stack._told)
    stack.faults.end("beat")
    ready.unlink(missing_ok=True)
    stack.faults.await_beat()
    assert not ready.exists()
    stack.faults.begin("beat")
    ready.unlink()
    threading.Timer(0.2, ready.touch).start()
    called = time.time()
    stack.faults.await_beat(since=called)
    assert ready.stat().st_mtime > called
