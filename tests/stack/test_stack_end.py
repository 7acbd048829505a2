"""However a run ends, nothing of its stack is left."""

from __future__ import annotations

import ctypes
import os
import secrets
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from support.awaiting import await_value
from support.stack import keeper, run_folder

SCRIPT = Path(__file__).with_name("run_a_stack.py")


@pytest.fixture
def run(tmp_path):
    """Starts a run of its own process; answers it and the folder of its stack."""
    started = []

    def start(cache: Path) -> tuple[subprocess.Popen, Path]:
        process = subprocess.Popen([sys.executable, SCRIPT, cache, tmp_path / "logs"], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, text=True)
        started.append(process)
        return process, Path(process.stdout.readline().strip())

    yield start
    for process in started:
        process.kill()
        process.communicate()


@pytest.mark.shows("SUI-037")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next run clears")
def test_killed_run_leaves_nothing(run, warm_cache, everything_is_gone):
    process, folder = run(warm_cache)
    assert process.stdout.readline() == "ready\n"
    parts = [each.pid for each in psutil.Process(process.pid).children(recursive=True)]
    assert len(parts) > 5
    process.kill()
    everything_is_gone(folder, parts, within=5)


@pytest.mark.shows("SUI-037")
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the next run clears")
@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_run_ended_while_it_makes_its_cluster_leaves_nothing(run, tmp_path, everything_is_gone, how):
    process, folder = run(tmp_path / "cache")
    parts = [each.pid for each in psutil.Process(process.pid).children(recursive=True)]
    process.send_signal(how)
    process.wait(timeout=10)
    everything_is_gone(folder, parts, within=5)
    assert [each.name for each in (tmp_path / "cache" / "clusters").iterdir()] == []


@pytest.fixture
def segment() -> Iterator[Segment]:
    made = Segment()
    yield made
    made.remove()


class Segment:
    """A piece of System V shared memory, as PostgreSQL makes one."""

    def __init__(self) -> None:
        self._system = ctypes.CDLL(None, use_errno=True)
        self._system.shmat.restype = ctypes.c_void_p
        self.key = secrets.randbelow(2**31) - 2**31  # negative, as half of the keys are
        self.number = self._system.shmget(self.key, 56, 0o1600)  # IPC_CREAT, for the owner
        assert self.number >= 0, ctypes.get_errno()

    def attach(self) -> Callable[[], None]:
        place = ctypes.c_void_p(self._system.shmat(self.number, None, 0))
        return lambda: self._system.shmdt(place)

    def is_there(self) -> bool:
        return self._system.shmget(self.key, 0, 0) == self.number

    def remove(self) -> None:
        self._system.shmctl(self.number, 0, None)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere it stays")
def test_shared_memory_is_given_back_when_it_is_the_runs_own_and_nobodys_else(segment, tmp_path):
    cluster = tmp_path / "run/postgres"

    def clear(key: int) -> bool:
        """Whether the segment is there after a run was cleared whose postmaster.pid says this key and its number."""
        cluster.mkdir(parents=True)
        memory = f"{key % 2**64:9} {segment.number:9}"
        (cluster / "postmaster.pid").write_text(f"1\n{cluster}\n0\n5432\n\n127.0.0.1\n{memory}\nready\n")
        keeper.clear(str(tmp_path / "run"))
        assert not cluster.exists()
        return segment.is_there()

    assert clear(segment.key + 1)  # another's, that got the number after the machine was started anew
    detach = segment.attach()
    assert clear(segment.key)  # somebody works with it
    detach()
    assert not clear(segment.key)


def forked(work: Callable[[], None]) -> int:
    """A process of a session of its own that was forked: it has no mark; answers its number."""
    number = os.fork()
    if not number:
        os.setsid()
        work()
        signal.pause()
    return number


def test_what_was_forked_for_a_run_goes_with_it(tmp_path, everything_is_gone):
    def begin_another_and_leave() -> None:
        keeper.note(str(tmp_path / "run"))
        if os.fork():
            os._exit(0)

    (tmp_path / "run").mkdir()
    first = forked(lambda: keeper.note(str(tmp_path / "run")))
    os.waitpid(forked(begin_another_and_leave), 0)
    await_value(lambda: keeper.belonging_to((str(tmp_path / "run"),)), lambda found: len(found) == 2, within=5, words=str)
    keeper.clear(str(tmp_path / "run"))
    assert os.waitstatus_to_exitcode(os.waitpid(first, 0)[1]) == -signal.SIGKILL
    everything_is_gone(tmp_path / "run", [])


def test_a_number_that_is_somebody_elses_by_now_is_left_alone(tmp_path):
    (tmp_path / "run").mkdir()
    other = forked(lambda: None)
    try:
        (tmp_path / "run" / keeper.NOTED).write_text(f"{other} {psutil.Process(other).create_time() - 60}\n")
        keeper.clear(str(tmp_path / "run"))
        assert os.waitpid(other, os.WNOHANG) == (0, 0)
    finally:
        os.kill(other, signal.SIGKILL)
        os.waitpid(other, 0)


def test_a_run_that_is_over_takes_nobody_up(tmp_path):
    with pytest.raises(FileNotFoundError):
        keeper.note(str(tmp_path / "run"))


def test_stop_in_mid_start_ends_what_was_begun(make_stack, tmp_path, everything_is_gone):
    stack = make_stack(cache=tmp_path / "cache")
    stack.start()
    folder = stack.folder
    stack.stop()
    everything_is_gone(folder, [])
    assert stack.processes() == {}


def test_next_run_clears_what_a_dead_one_left(tmp_path, monkeypatch, everything_is_gone):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    dead, fresh = tmp_path / "muster-run-dead", tmp_path / "muster-run-fresh"
    for folder in (dead, fresh):
        folder.mkdir()
    (dead / run_folder.ALIVE).write_text("1\n")
    living = run_folder.RunFolder()
    orphan = subprocess.Popen([sys.executable, "-S", "-c", "import signal; signal.pause()"],
                              env={**os.environ, keeper.MARK: str(dead)})
    try:
        run_folder.clear_what_dead_runs_left()
        assert orphan.wait(timeout=10) == -signal.SIGKILL
        everything_is_gone(dead, [])
        assert fresh.is_dir()  # its owner may be about to lock it
        assert living.path.is_dir()
    finally:
        living.remove()
        orphan.kill()
        orphan.wait()
    assert not living.path.exists()
