"""Lets parts of the platform fail on purpose, and begins them again."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import psutil

from support.awaiting import await_value
from support.findings import Finding, PlatformGone
from support.stack.failures import PartNotReady, Stopping
from support.stack.platform_parts import SECOND, Health
from support.stack.processes import Part, Processes, signal_group

PARTS = ("platform", "worker", "beat")
STORES = ("postgres", "redis")
# How a part is told to leave. PostgreSQL would otherwise wait until nobody is connected any more.
FAREWELLS = {"postgres": signal.SIGINT}
SECONDS_TO_LEAVE = 15.0  # a part that was told to end has 10; a machine under load gets some more


class Faults:
    """Ends and begins the platform's own parts: platform, worker and beat, and the stores that were booted for it: those
    of ``stores``, by name with whether they answer. What was ended so is no loss.

    ``spawn(part)`` starts one with the addresses that it had; ``ready_file(part)`` is what worker and beat make when they
    work; ``seconds``: how long a part may take until it does; ``begin_beat()`` begins the beat where it has not come yet.
    ``spawn_second()`` starts one more process of the platform; answers it, what it says of itself, and its address.
    ``away`` are the parts that are ended now.
    """

    def __init__(self, processes: Processes, spawn: Callable[[str], Part], ready_file: Callable[[str], Path],
                 health: Health, seconds: float, spawn_second: Callable[[], tuple[Part, Health, str]],
                 stores: Mapping[str, Callable[[], bool]] | None = None, begin_beat: Callable[[], None] = lambda: None):
        self.away: list[str] = []
        self._stores = dict(stores or {})
        self._store_was_away = False
        self._processes = processes
        self._spawn = spawn
        self._ready_file = ready_file
        self._health = health
        self._seconds = seconds
        self._begin_beat = begin_beat
        self._spawn_second = spawn_second

    def end(self, part: str, *, killed: bool = False) -> None:
        """End a part, and wait until it and all that it started are gone. Nothing happens to one that is ended already.

        ``killed``: without a word of warning (SIGKILL, to its whole group); else it is told to leave (SIGTERM). A store
        keeps what it has only where it may end in peace: it is never killed.

        :raises Finding: when it was told to leave and stays; it is killed then.
        :raises PlatformGone: when it had ended by itself.
        """
        self._check(part)
        if part in self._stores and killed:
            raise ValueError(f"{part} would lose what it keeps")
        if part in self.away:
            return
        if part == "beat":
            self._begin_beat()
        taken = self._processes.take(part)
        if taken is None:
            raise PlatformGone(f"the {part} had ended by itself before it was to be ended")
        self.away.append(part)
        own = _with_all_below(taken.process.pid)
        if killed:
            _kill(taken, own)
            return
        self._store_was_away = self._store_was_away or part in self._stores
        taken.process.send_signal(FAREWELLS.get(part, signal.SIGTERM))
        try:
            self._wait(lambda: _are_gone(taken, own), taken, "was told to end (SIGTERM) and did not", SECONDS_TO_LEAVE)
        except PartNotReady as fault:
            _kill(taken, own)
            if fault.part != part:
                raise PlatformGone(str(fault)) from fault
            raise Finding(f"The {fault.part} {fault.reason}; it was killed.\n{fault.log_tail}".rstrip()) from fault

    def begin(self, part: str) -> None:
        """Begin a part that was ended, at the same address, and wait until it works. Nothing happens to one that lives.

        Of a store only that it answers is awaited: how soon the platform uses it again is the platform's promise.

        :raises PlatformGone: when it does not come up.
        """
        self._check(part)
        self._begin([part])

    def await_beat(self, since: float = 0.0) -> None:
        """Wait until the beat works, and has looked at the clock ``since`` (in seconds of the epoch) and found nothing due
        any more, if it is not ended: one that comes after a moment has passed does not know of it, nor one that did not see
        the clock put back.

        :raises PlatformGone: when it does not come up.
        """
        if "beat" not in self.away:
            self._begin_beat()
            with _told_as_gone():
                self._processes.wait_until(lambda: self._has_looked(since), "beat",
                                           lambda: "was begun and does not look at the clock", within=self._seconds)

    def restart(self, part: str, *, killed: bool = False) -> None:
        """End a part and begin it again."""
        self.end(part, killed=killed)
        self.begin(part)

    def begin_second(self) -> str:
        """Begin one more process of the platform beside the first, until ``restore``; answers its address.

        :raises PlatformGone: when it does not come up.
        """
        with _told_as_gone():
            part, health, address = self._spawn_second()
            self._wait(health.lives, part, "was begun beside the first and does not work", self._seconds)
        return address

    def restore(self) -> None:
        """Begin whatever was ended, end what was begun besides, and wait until the platform is ready. May be called again.

        :raises PlatformGone: when a part does not come up.
        """
        second = self._processes.take(SECOND)
        if second is not None:
            _kill(second, _with_all_below(second.process.pid))
        self._begin((*STORES, *PARTS))
        if self._store_was_away:
            with _told_as_gone():
                self._processes.wait_until(self._health.is_ready, "platform", self._health.words, within=self._seconds)
            self._store_was_away = False

    def _begin(self, wanted: tuple[str, ...] | list[str]) -> None:
        begun = []
        with _told_as_gone():
            for part in [each for each in wanted if each in self.away]:
                self._ready_file(part).unlink(missing_ok=True)
                begun.append(self._spawn(part))
                self.away.remove(part)
                if part in self._stores:
                    self._wait(self._stores[part], begun.pop(), "was begun again and does not answer", self._seconds)
            for each in begun:
                self._wait(lambda part=each.name: self._works(part), each, "was begun again and does not work",
                           self._seconds)

    def _has_looked(self, since: float) -> bool:
        return self._works("beat") and self._ready_file("beat").stat().st_mtime > since

    def _works(self, part: str) -> bool:
        """A worker's last sign of life outlives it: so the new one's own word counts, and then the platform's."""
        if part == "platform":
            return self._health.lives()
        return self._ready_file(part).exists() and (part == "beat" or "platform" in self.away or self._health.is_ready())

    def _wait(self, condition: Callable[[], bool], part: Part, words: str, seconds: float) -> None:
        self._processes.wait_until(condition, part.name, lambda: words, part, within=seconds)

    def _check(self, part: str) -> None:
        known = (*PARTS, *self._stores)
        if part not in known:
            raise ValueError(f"there is no part {part!r} that can be ended; there are {', '.join(known)}")


@contextmanager
def _told_as_gone() -> Iterator[None]:
    """A part that does not come up is a platform that went away."""
    try:
        yield
    except PartNotReady as fault:
        raise PlatformGone(str(fault)) from fault
    except Stopping:
        raise PlatformGone("the run's processes are being ended") from None


def _with_all_below(number: int) -> list[psutil.Process]:
    try:
        process = psutil.Process(number)
        return [process, *process.children(recursive=True)]
    except psutil.NoSuchProcess:
        return []


def _are_gone(part: Part, own: list[psutil.Process]) -> bool:
    return part.process.poll() is not None and not any(map(_lives, own))


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


def _kill(part: Part, own: list[psutil.Process]) -> None:
    signal_group(part.process, signal.SIGKILL)
    for process in own:
        try:
            process.kill()
        except psutil.NoSuchProcess:
            continue
    part.process.wait()
    await_value(lambda: [process for process in own if _lives(process)], lambda left: not left, within=SECONDS_TO_LEAVE,
                words=lambda left: f"processes of the {part.name} live on after they were killed: {left}")
