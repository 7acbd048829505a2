"""The private folder of one run, the keeper that outlives the run, and what earlier runs left behind."""

from __future__ import annotations

import contextlib
import fcntl
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from support.stack import keeper

PREFIX = "muster-run-"
ALIVE = "alive"  # locked for as long as the run lives: the kernel lets go of it at any kind of death
MEMORY = Path("/dev/shm")  # a cluster is a thousand small files, which some disks make in a second, memory in 0.03 s
ROOM = 1_000_000_000  # bytes free
SECONDS_TO_SETTLE = 60.0  # a folder without its lock is left alone so long: its owner may be about to take it


def places() -> list[Path]:
    """The folders in which a run's folder may be, the best first: memory, unless TMPDIR names a place."""
    found = [Path(tempfile.gettempdir())]
    if "TMPDIR" not in os.environ and _has_room(MEMORY):
        found.insert(0, MEMORY)
    return found


def place(reachable_by_everybody: bool) -> Path:
    """The folder for a run's; ``reachable_by_everybody``: one that another user may pass through."""
    candidates = [*places(), Path("/tmp"), Path("/var/tmp")] if reachable_by_everybody else places()
    return next((each for each in candidates if not reachable_by_everybody or everybody_may_pass(each)), candidates[0])


def _has_room(folder: Path) -> bool:
    try:
        return os.access(folder, os.W_OK | os.X_OK) and shutil.disk_usage(folder).free > ROOM
    except OSError:
        return False


def everybody_may_pass(folder: Path) -> bool:
    """Whether a user without any right of his own can get into ``folder``."""
    folder = folder.resolve()
    return all(each.exists() and each.stat().st_mode & 0o001 for each in (folder, *folder.parents))


class RunFolder:
    """Made when built, with its keeper; ``remove`` ends both."""

    def __init__(self, reachable_by_everybody: bool = False):
        self.path = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place(reachable_by_everybody))).resolve()
        self._alive = (self.path / ALIVE).open("w")
        fcntl.flock(self._alive, fcntl.LOCK_EX)
        self._alive.write(f"{os.getpid()}\n")
        self._alive.flush()
        # Its data folder belongs to another user when root runs this: passing through is allowed, looking is not.
        self.path.chmod(0o711 if reachable_by_everybody else 0o700)
        packages = Path(importlib.util.find_spec("psutil").origin).parents[1]
        self._keeper = subprocess.Popen(
            [sys.executable, "-I", keeper.__file__, str(os.getpid()), str(self.path), str(packages)],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
            cwd="/")

    def folder(self, name: str) -> Path:
        """A folder of this name within, made when it is not there yet."""
        made = self.path / name
        made.mkdir(exist_ok=True, mode=0o700)
        return made

    def also_remove(self, place: Path) -> None:
        """Have the keeper remove this file or folder too, should the run be killed."""
        with contextlib.suppress(OSError):
            self._keeper.stdin.write(os.fsencode(place) + b"\n")
            self._keeper.stdin.flush()

    def remove(self) -> None:
        """End whatever still belongs to the run, remove the folder, and let the keeper go. May be called again."""
        keeper.clear(str(self.path))
        with contextlib.suppress(OSError, ValueError):
            self._keeper.stdin.write(b"goodbye\n")
            self._keeper.stdin.close()
        self._keeper.wait()
        self._alive.close()


def clear_what_dead_runs_left() -> None:
    """Do what the keeper of an earlier run did not: it was killed too, or the system has none."""
    for parent in {*places(), MEMORY, place(True)}:
        for folder in parent.glob(f"{PREFIX}*"):
            with contextlib.suppress(OSError):
                if _is_ours(folder) and _is_dead(folder):
                    keeper.clear(str(folder.resolve()))


def _is_ours(folder: Path) -> bool:
    return not folder.is_symlink() and folder.is_dir() and folder.stat().st_uid == os.geteuid()


def _is_dead(folder: Path) -> bool:
    try:
        with (folder / ALIVE).open("r+") as alive:
            fcntl.flock(alive, fcntl.LOCK_EX | fcntl.LOCK_NB)
            stamped = bool(alive.read())
    except BlockingIOError:
        return False
    except FileNotFoundError:
        # Only the folders that have our look are ours to remove: nothing in it but what we never got to lock.
        stamped = False
        if any(folder.iterdir()):
            return False
    return stamped or time.time() - folder.stat().st_mtime > SECONDS_TO_SETTLE
