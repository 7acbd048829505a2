"""The processes of one run: started with the run's mark, each in a session of its own, watched, ended, reaped."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from support.reporting.masking import Mask
from support.stack.failures import PartNotReady, PortTaken, Stopping
from support.stack.keeper import MARK, SECONDS_FOR_POSTGRES

BETWEEN_LOOKS = 0.01  # seconds
TAIL = 15  # lines
LONGEST_TAIL = 65_536  # bytes
# What a part may see of the environment that the run was started in; everything else is given on purpose.
PASSED_ON = ("PATH", "HOME", "LANG", "TZ", "VIRTUAL_ENV", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "SSL_CERT_FILE")
PASSED_ON_PREFIXES = ("LC_", "PYTHON", "COVERAGE_")


@dataclass
class Part:
    """One started process and where in its log it begins."""

    name: str
    process: subprocess.Popen
    log: Path
    log_begins: int  # bytes
    started: float  # time.monotonic()

    def seconds(self) -> float:
        """Since its start."""
        return time.monotonic() - self.started


class Processes:
    """Starts, watches and ends the processes of the run in ``folder``; their output goes to ``log_folder``.

    Every method may be called from any thread. Once ``end_all`` was called nothing can be started any more.
    """

    def __init__(self, folder: Path, log_folder: Path, mask: Mask, deadline: float):
        self._folder = folder
        self._log_folder = log_folder
        self._mask = mask
        self._deadline = deadline
        self._parts: dict[str, Part] = {}
        self._log_begins: dict[str, int] = {}  # where this run begins in each log, however often a part was begun in it
        self._every: list[Part] = []
        self._lock = threading.Lock()
        self._stopping = threading.Event()

    def spawn(self, name: str, command: Sequence[str | Path], environment: Mapping[str, str], *, cwd: Path,
              user: str | None = None, given: bytes = b"", service: bool = True,
              begin: Callable[..., subprocess.Popen] = subprocess.Popen) -> Part:
        """Start ``command`` as ``name``. ``given`` goes to its standard input; ``user``: as whom, when root runs this;
        ``begin``: what is called as ``subprocess.Popen`` is, and answers what can be used as one.

        A ``service`` is not expected to end, and its end is an error wherever one waits.

        :raises PartNotReady: when it can't even be started.
        """
        log = self._log_folder / f"{name}.log"
        other_user = {"user": user, "group": primary_group(user), "extra_groups": []} if user else {}
        with self._lock, log.open("ab") as output:
            if self._stopping.is_set():
                raise Stopping
            try:
                process = begin(
                    [str(each) for each in command], env={**passed_on(), **environment, MARK: str(self._folder)},
                    cwd=cwd, stdin=subprocess.PIPE if given else subprocess.DEVNULL, stdout=output,
                    stderr=subprocess.STDOUT, start_new_session=True, **other_user)
            except (OSError, subprocess.SubprocessError) as error:
                raise PartNotReady(name, f"can't be started: {error}") from error
            part = Part(name, process, log, output.tell(), time.monotonic())
            self._every.append(part)
            self._log_begins.setdefault(name, part.log_begins)
            if service:
                self._parts[name] = part
        if given:
            with contextlib.suppress(BrokenPipeError):
                process.stdin.write(given)
                process.stdin.close()
        return part

    def run(self, name: str, command: Sequence[str | Path], environment: Mapping[str, str], **how) -> None:
        """Start ``command``, and wait until it has ended well.

        :raises PartNotReady: when it, or a service meanwhile, does not.
        """
        part = self.spawn(name, command, environment, service=False, **how)
        self.wait_until(lambda: part.process.poll() is not None, name, lambda: "did not end", part)
        if part.process.returncode:
            raise self._ended(part)

    def wait_until(self, condition: Callable[[], bool], name: str, last_seen: Callable[[], str],
                   part: Part | None = None, blamed: Callable[[], list[str]] = list,
                   within: float | None = None) -> None:
        """Wait for ``condition``; in the meantime every service has to live.

        ``within``: how many seconds; none: until the deadline of the boot.

        :raises PartNotReady: at once when a service ends; when the time is over, for ``name``, or for the first that is
            ``blamed``.
        :raises Stopping: when the stack is stopped meanwhile.
        """
        deadline = self._deadline if within is None else time.monotonic() + within
        while not condition():
            self.check()
            if time.monotonic() > deadline:
                name = next(iter(blamed()), name)
                part = part or self._parts.get(name)
                waited = f" {part.seconds():.0f} s after its start" if part else ""
                waited = waited if within is None else f" within {within:g} s"
                raise self._failure(PartNotReady, name, f"{last_seen()}{waited}", part,
                                    advice="-D boot_seconds=… gives the stack longer; the log says what it waits for.")
            if self._stopping.wait(BETWEEN_LOOKS):
                raise Stopping

    def pause(self, seconds: float) -> None:
        """Let time pass.

        :raises Stopping: when the stack is stopped meanwhile.
        """
        if self._stopping.wait(seconds):
            raise Stopping

    def is_stopping(self) -> bool:
        """Whether everything is being ended."""
        return self._stopping.is_set()

    def check(self) -> None:
        """:raises PartNotReady: when a service has ended by itself; a port that was taken is the first to be named."""
        for loss in sorted(self.losses(), key=lambda each: not isinstance(each, PortTaken)):
            raise loss

    def losses(self) -> list[PartNotReady]:
        """One for each service that has ended by itself."""
        return [self._ended(part) for part in list(self._parts.values()) if part.process.poll() is not None]

    def living(self) -> dict[str, int]:
        """Name -> process id of the services that live."""
        return {name: part.process.pid for name, part in list(self._parts.items()) if part.process.poll() is None}

    def end(self, name: str, name_of_signal: signal.Signals) -> None:
        """Send one service a signal, and wait until it has ended: that is no loss."""
        with self._lock:
            part = self._parts.pop(name)
        part.process.send_signal(name_of_signal)
        self.wait_until(lambda: part.process.poll() is not None, name, lambda: "did not end", part)

    def take(self, name: str) -> Part | None:
        """Take one service out of those that have to live: its end is no loss any more. None when it ended before."""
        with self._lock:
            part = self._parts.get(name)
            return self._parts.pop(name) if part and part.process.poll() is None else None

    def end_all(self, for_good: bool = True) -> None:
        """End every process, and reap it. ``for_good``: no other may be started from now on."""
        with self._lock:
            if for_good:
                self._stopping.set()
            ending, self._every = self._every, []
            self._parts.clear()
            self._log_begins.clear()
        for part in ending:
            signal_group(part.process, signal.SIGQUIT if _is_postgres(part) else signal.SIGKILL)
        patience = time.monotonic() + SECONDS_FOR_POSTGRES
        for part in ending:
            try:
                part.process.wait(max(0.0, patience - time.monotonic()))
            except subprocess.TimeoutExpired:
                signal_group(part.process, signal.SIGKILL)
                part.process.wait()

    def log_tail(self, name: str, lines: int = TAIL) -> str:
        """The last lines of a part's log in this run, masked; empty when there are none."""
        return self._tail(self._log_folder / f"{name}.log", self._log_begins.get(name, 0), lines)

    def _tail(self, log: Path, begins: int, lines: int) -> str:
        if not log.exists():
            return ""
        with log.open("rb") as file:
            end = file.seek(0, os.SEEK_END)
            file.seek(max(begins, end - LONGEST_TAIL))
            if file.tell() > begins:
                file.readline()  # half a line might show half a secret
            text = file.read().decode("utf-8", "replace")
        return self._mask("\n".join(text.rstrip().splitlines()[-lines:]))

    def _ended(self, part: Part) -> PartNotReady:
        code = part.process.returncode
        how = f"with exit code {code}" if code >= 0 else f"by signal {signal.Signals(-code).name}"
        failure = self._failure(PartNotReady, part.name, f"ended {how} {part.seconds():.1f} s after its start", part)
        if "address already in use" in failure.log_tail.lower():
            failure = self._failure(PortTaken, part.name, "found its port taken", part)
        return failure

    def _failure(self, kind: type[PartNotReady], name: str, reason: str, part: Part | None,
                 advice: str = "") -> PartNotReady:
        tail = self._tail(part.log, part.log_begins, TAIL) if part else ""
        kept = part.log if part and not part.log.is_relative_to(self._folder) else None
        return kind(name, reason, tail, kept, advice)


def passed_on() -> dict[str, str]:
    """What the parts see of our environment: no setting or secret of the run, and no proxy."""
    return {name: value for name, value in os.environ.items()
            if name in PASSED_ON or name.startswith(PASSED_ON_PREFIXES)}


def primary_group(user: str) -> int:
    """The number of the user's own group."""
    import pwd

    return pwd.getpwnam(user).pw_gid


def _is_postgres(part: Part) -> bool:
    return Path(part.process.args[0]).name == "postgres"


def signal_group(process: subprocess.Popen, which: signal.Signals) -> None:
    """Send a signal to a part and to what it started in its session."""
    if process.returncode is not None:
        return  # reaped: its number may be somebody else's by now. What it left carries the mark, and is found by it.
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, which)
