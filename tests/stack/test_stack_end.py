"""However a run ends, nothing of its stack is left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

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
