"""Initialised and migrated clusters, kept between runs: making one costs seconds, unpacking one some 0.05 s."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import filelock

from support.stack.failures import PartNotReady, Stopping

# The last used ones: two checkouts with different migrations must not take turns in throwing each other's away.
KEPT = 4
PARTIAL = ".partial-"
KIND = ".tar"
_SHORTEST_PASSWORD = 20
QUIET_SECONDS = 2.0  # nobody minds to wait so long


def kept_password(folder: Path) -> str:
    """The password that is in all clusters of this cache: only its owner can read it.

    It is known before a cluster is there, so that whatever needs it can be started meanwhile.
    """
    place = folder / "password"
    fresh = folder / f".password-{secrets.token_hex(8)}"
    if not _is_password(place):
        _throw_away(place)
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(32))
        with contextlib.suppress(FileExistsError):  # another run was quicker
            place.hardlink_to(fresh)
        fresh.unlink()
    return place.read_text()


def _is_password(place: Path) -> bool:
    try:
        return len(place.read_text()) >= _SHORTEST_PASSWORD
    except (OSError, UnicodeError):
        return False


def _throw_away(place: Path) -> None:
    """Whatever stands there, a folder too: all of it is only a copy, or can be made anew."""
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place, ignore_errors=True)
    else:
        place.unlink(missing_ok=True)


def key_of(words: Iterable[str], files: Iterable[Path]) -> str:
    """What makes a cluster: whoever changes one of ``words`` or ``files`` gets another cluster."""
    digest = hashlib.sha256()
    for word in (*words, str(os.geteuid()), os.uname().machine):
        digest.update(word.encode() + b"\0")
    for file in sorted(files):
        digest.update(str(file.name).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:24]


@dataclass(frozen=True)
class ClusterCache:
    """The clusters in ``folder``, one archive each: it is whole from the moment it can be seen, for it is renamed.

    ``run(command)`` runs a command and raises when it fails. ``announce(file)`` is told of what would be left behind
    if we were killed now. ``tell(line)`` reaches the person who waits.
    """

    folder: Path
    run: Callable[[list], None]
    announce: Callable[[Path], None]
    is_stopping: Callable[[], bool]
    seconds: float  # how long to wait for another run
    tell: Callable[[str], None] = lambda line: None

    def take(self, key: str, data: Path, make: Callable[[], None]) -> bool:
        """Put a cluster into ``data`` (not there yet), and answer whether it was kept already.

        When none is kept ``make()`` makes it in ``data``, stopped and whole; of several runs only one does. Where the
        folder cannot be locked, this run makes its own and keeps none.

        :raises PartNotReady: when another run holds the lock for too long, or the archive can't be written.
        """
        archive = self.folder / "clusters" / f"{key}{KIND}"
        try:
            lock = self._locked()
        except OSError as error:
            self.tell(f"No cluster is kept in {self.folder}, so this run makes its own: {error}")
            make()
            return False
        with lock:
            kept = archive.exists() and self._unpacked(archive, data)
            if not kept:
                make()
                try:
                    self._keep(archive, data)
                except OSError as error:
                    raise PartNotReady("cluster", f"can't be kept in {archive.parent}: {error}") from error
        return kept

    def _unpacked(self, archive: Path, data: Path) -> bool:
        """Whether the archive could be unpacked. One that can't is thrown away: it is only a copy, and is made anew."""
        os.utime(archive)
        try:
            self.run(["tar", "-C", data.parent, "--numeric-owner", "-xpf", archive])
        except PartNotReady as failure:
            if failure.part != "cluster":  # another part ended meanwhile: that says nothing of the archive
                raise
        else:
            if (data / "PG_VERSION").is_file():  # tar takes zeros for an end
                return True
        shutil.rmtree(data, ignore_errors=True)
        _throw_away(archive)
        return False

    def _keep(self, archive: Path, data: Path) -> None:
        for partial in archive.parent.glob(f"{PARTIAL}*"):  # we hold the lock: nobody is at work on them
            partial.unlink(missing_ok=True)  # the keeper of a killed run removes what that run announced
        # A name of its own: what an earlier run announced is removed when that one is killed, however long after.
        partial = archive.with_name(f"{PARTIAL}{os.getpid()}-{secrets.token_hex(4)}-{archive.name}")
        self.announce(partial)
        partial.touch(mode=0o600)
        self.run(["tar", "-C", data.parent, "-cf", partial, data.name])
        partial.rename(archive)
        newest_first = sorted(archive.parent.glob(f"*{KIND}"), key=lambda each: each.stat().st_mtime, reverse=True)
        for old in newest_first[KEPT:]:
            old.unlink()

    def _locked(self) -> contextlib.AbstractContextManager:
        """The lock, held. Raises as ``take``, and OSError when the folder cannot be locked."""
        place = self.folder / "clusters.lock"
        if place.is_dir():
            _throw_away(place)
        lock = filelock.FileLock(place)
        quiet = min(QUIET_SECONDS, self.seconds)
        held = self._held(lock, quiet)
        if held is None:
            self.tell(f"Another run is making the cluster: waiting up to {self.seconds:g} s for it")
            held = self._held(lock, self.seconds - quiet)
        if held is None:
            raise PartNotReady("postgres", f"waited {self.seconds:.0f} s for another run that makes its cluster",
                               advice=f"End that run, or use another folder: -D cache=… (this one: {self.folder})")
        return held

    def _held(self, lock: filelock.BaseFileLock, seconds: float) -> contextlib.AbstractContextManager | None:
        try:
            return lock.acquire(timeout=seconds, poll_interval=0.02, cancel_check=self.is_stopping)
        except filelock.Timeout:
            if self.is_stopping():
                raise Stopping from None
            return None
