"""What is forked from a process that has loaded everything is a process like any other."""

from __future__ import annotations

import json
import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path

import psutil
import pytest

from support.awaiting import await_value
from tests.broken._forking import Forked, Loaded

PROGRAM = "tests.variants.forked_program"


@pytest.fixture
def loaded(tmp_path):
    made = Loaded(PROGRAM, tmp_path)
    assert made.is_ready()
    yield made
    made.end()


@pytest.fixture
def fork(loaded, tmp_path):
    """Forks one that does what the words say; answers it and the file of its output."""
    def call(*words: str, **environment: str) -> tuple[Forked, Path]:
        output = tmp_path / f"output-{words[0]}"
        with output.open("wb") as log:
            return loaded.begin(words, env=environment, cwd=tmp_path, stdin=subprocess.DEVNULL, stdout=log,
                                stderr=subprocess.STDOUT, start_new_session=True), output

    return call


def is_there(path: Path) -> None:
    await_value(path.exists, bool, within=10, words=lambda _: f"{path} is not there")


def is_gone(number: int) -> None:
    with suppress(psutil.NoSuchProcess):  # it was gone before it was asked for
        psutil.Process(number).wait(10)


def test_it_has_what_it_was_told_and_nothing_of_where_it_came_from(fork, loaded, tmp_path):
    process, output = fork("tell", TMPDIR=str(tmp_path), COLOUR="green")
    assert process.wait(10) == 0
    told = json.loads(output.read_text())
    assert told["loaded by"] == told["parent"] != told["number"]
    assert (told["number"], told["session"]) == (process.pid, process.pid)
    assert (told["folder"], told["temporary"]) == (str(tmp_path), str(tmp_path))
    assert told["environment"] == {"TMPDIR": str(tmp_path), "COLOUR": "green"}
    assert (told["command"], told["input"]) == (["tell"], "")


@pytest.mark.parametrize(("words", "code", "said"), [
    (("answer",), 7, ""), (("nothing",), 0, ""), (("leave", "3"), 3, ""), (("leave", "no room"), 1, "no room\n")])
def test_it_ends_with_the_code_that_a_program_would(fork, words, code, said):
    process, output = fork(*words)
    assert (process.wait(10), process.poll(), output.read_text()) == (code, code, said)


def test_what_it_did_not_foresee_is_in_its_output(fork):
    process, output = fork("fail")
    assert process.wait(10) == 1
    assert output.read_text().endswith("LookupError: there is none\n")


def test_what_was_registered_for_the_end_is_done(fork, tmp_path):
    process, _ = fork("write", str(tmp_path / "end"))
    assert process.wait(10) == 0
    assert (tmp_path / "end").read_text() == "at the end"


def test_it_lives_until_it_is_told_to_end(fork, tmp_path):
    process, _ = fork("wait", str(tmp_path / "here"))
    is_there(tmp_path / "here")
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(0.01)
    assert process.poll() is None
    process.send_signal(signal.SIGINT)
    assert process.wait(10) == 130
    process.kill()  # nobody is there any more


def test_a_signal_that_ended_it_is_told_as_ever(fork, tmp_path):
    process, _ = fork("wait", str(tmp_path / "here"))
    is_there(tmp_path / "here")
    process.kill()
    assert process.wait(10) == -signal.SIGKILL


def loaded_and_begun(folder, what):
    """What has loaded, to be ended by the test, and a process of it that is there already."""
    loaded = Loaded(PROGRAM, folder)
    assert loaded.is_ready()
    with (folder / "output").open("wb") as log:
        process = loaded.begin([what, str(folder / "here")], env={}, cwd=folder, stdout=log)
    is_there(folder / "here")
    return loaded, process


def test_the_end_interrupts_what_lives_and_waits_for_it(tmp_path):
    loaded, process = loaded_and_begun(tmp_path, "wait")
    loaded.end()
    assert process.wait(0) == 130
    with pytest.raises(OSError), (tmp_path / "output").open("wb") as log:
        loaded.begin(["answer"], env={}, cwd=tmp_path, stdout=log)


def test_nothing_outlives_who_alone_could_tell_its_end(tmp_path):
    loaded, process = loaded_and_begun(tmp_path, "stay")
    psutil.Process(process.pid).parent().kill()
    assert process.wait(10) == -signal.SIGKILL
    is_gone(process.pid)
    loaded.end()


def test_who_asked_may_be_gone_before_the_end(loaded, fork, tmp_path):
    process, _ = fork("wait", str(tmp_path / "here"))
    is_there(tmp_path / "here")
    process._line.close()
    process._said.close()
    os.kill(process.pid, signal.SIGINT)
    is_gone(process.pid)
    assert fork("answer")[0].wait(10) == 7


def test_a_process_of_two_threads_is_not_forked(tmp_path, capfd):
    loaded = Loaded(PROGRAM, tmp_path, "threads")
    assert not loaded.is_ready()
    loaded.end()
    assert "only a process of one thread can be forked, and this has 2" in capfd.readouterr().err


