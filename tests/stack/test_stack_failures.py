"""A part that does not come up is named, with the reason and the end of its log."""

from __future__ import annotations

import os
import signal
import time

import pytest

from support.awaiting import await_value
from support.reporting.masking import Mask
from support.stack import PartNotReady, ports, processes
from support.stack import stack as stack_module


def test_part_that_ends_is_named_at_once(make_stack, everything_is_gone):
    stack = make_stack("tests.stack.fake_platform_that_breaks")
    stack.start()
    folder = stack.folder
    began = time.monotonic()
    with pytest.raises(PartNotReady) as caught:
        stack.await_ready()
    assert time.monotonic() - began < 20  # and not after the 60 s that it may take
    assert caught.value.part == "platform"
    assert "ended with exit code 7" in caught.value.reason
    assert caught.value.log_tail.splitlines() == ["can't open the door", "signed with ***"]
    words = str(caught.value)
    assert "platform.log" in words
    assert "can't open the door" in words
    everything_is_gone(folder, [])
    assert stack.log_tail("platform", 1) == "signed with ***"


def test_part_that_never_answers_is_named_after_its_time(make_stack, everything_is_gone):
    stack = make_stack("tests.stack.fake_platform_without_worker", boot_seconds=2.0)
    stack.start()
    folder = stack.folder
    with pytest.raises(PartNotReady) as caught:
        stack.await_ready()
    assert caught.value.part == "worker"
    assert "503 (worker down)" in caught.value.reason
    assert "boot_seconds" in str(caught.value)
    everything_is_gone(folder, [])


def test_module_that_is_not_there_is_named(make_stack):
    with pytest.raises(PartNotReady, match=r"No module named"):
        _raise_as_text(make_stack("tests.stack.no_such_platform").await_ready)


def test_schema_that_can_not_be_made_is_named(make_stack):
    with pytest.raises(PartNotReady) as caught:
        make_stack(schema_module="tests.stack.no_such_schema").await_ready()
    assert caught.value.part == "migration"
    assert "no_such_schema" in caught.value.log_tail


@pytest.mark.parametrize("part", ["worker", "postgres", "redis"])
def test_part_that_dies_later_is_a_loss(make_stack, part):
    stack = make_stack()
    stack.await_ready()
    number = stack.processes()[part]
    os.kill(number, signal.SIGQUIT if part == "postgres" else signal.SIGKILL)
    _await_loss(stack)
    stack.stop()
    loss = next(each for each in stack.losses() if each.part == part)
    assert str(loss).startswith(f"The platform lost a part: {part} ended ")


def test_beat_that_dies_holds_nothing_up_and_is_a_loss(make_stack):
    stack = make_stack("tests.stack.fake_platform_with_dying_beat")
    stack.await_ready()
    _await_loss(stack)
    stack.stop()
    assert [loss.part for loss in stack.losses()] == ["beat"]
    assert "exit code 3" in str(stack.losses()[0])


def test_taken_port_is_exchanged_for_another(make_stack, monkeypatch):
    thief = ports.socket.create_server(("127.0.0.1", 0))
    chosen = []

    class StolenAtFirst(ports.Port):
        def __init__(self):
            super().__init__()
            chosen.append(self)
            if len(chosen) == 3:  # redis's
                self.release()
                self.number = thief.getsockname()[1]

    monkeypatch.setattr(stack_module, "Port", StolenAtFirst)
    with thief:
        addresses = make_stack().await_ready()
    assert len(chosen) >= 6
    assert f":{chosen[2].number}/" not in addresses.redis_url


def test_chosen_port_is_given_to_nobody_else_and_still_taken_by_its_server():
    mine = ports.Port()
    others = [ports.Port() for _ in range(200)]
    assert mine.number not in [each.number for each in others]
    with ports.socket.create_server(("127.0.0.1", mine.number)) as server:
        assert server.getsockname()[1] == mine.number
    for each in (mine, *others):
        each.release()


def test_end_of_a_long_log_shows_no_half_of_a_secret(tmp_path):
    secret = "s" * 1000
    (tmp_path / "part.log").write_text(f"{secret}{'x' * (processes.LONGEST_TAIL - 500)}\nthe end\n")
    of_nothing = processes.Processes(tmp_path, tmp_path, Mask([secret]), deadline=0.0)
    assert of_nothing.log_tail("part") == "the end"
    assert of_nothing.log_tail("other") == ""


def _raise_as_text(call):
    try:
        call()
    except PartNotReady as failure:
        raise PartNotReady(str(failure), "") from failure


def _await_loss(stack):
    await_value(stack.losses, bool, within=20, words=lambda seen: "no part was lost")
