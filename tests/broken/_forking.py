"""Processes that are forked from one which has loaded already what all of them need.

``serve`` is the one that has loaded: it has one thread, and forks for whoever asks at its place. ``Forked`` is what asks,
and takes the place of ``subprocess.Popen``: the forked process has a session, a folder, an environment, an output and an
exit code of its own. It goes on behind ``serve``, in its caller, and is to do there what its command says.
"""

from __future__ import annotations

import atexit
import json
import os
import select
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

READY = b"ready\n"
_LONGEST = 1_000_000  # bytes of a request


class Forked:
    """A process that was forked at ``place``, begun and used as a ``subprocess.Popen`` is.

    :raises OSError: when nobody forks there.
    """

    def __init__(self, place: Path, args: Sequence[str], *, env: Mapping[str, str], cwd: Path, stdout: Any, **_: Any):
        self.args = args
        self.returncode: int | None = None
        self._lock = threading.Lock()
        self._line = socket.socket(socket.AF_UNIX)
        self._line.connect(str(place))
        request = {"arguments": list(args), "environment": dict(env), "folder": str(cwd)}
        socket.send_fds(self._line, [json.dumps(request).encode() + b"\n"], [stdout.fileno()])
        self._said = self._line.makefile("rb")
        number = self._said.readline()
        if not number:
            raise OSError("what should be forked has ended")
        self.pid = int(number)

    def poll(self) -> int | None:
        """The exit code; None while it lives."""
        return self._await(0.0)

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its exit code.

        :raises subprocess.TimeoutExpired: when it lives still.
        """
        if self._await(timeout) is None:
            raise subprocess.TimeoutExpired(self.args, timeout)
        return self.returncode

    def send_signal(self, which: signal.Signals) -> None:
        """Nothing happens to one that has ended."""
        if self.poll() is None:
            with suppress(ProcessLookupError):
                os.kill(self.pid, which)

    def kill(self) -> None:
        """SIGKILL."""
        self.send_signal(signal.SIGKILL)

    def _await(self, seconds: float | None) -> int | None:
        if self.returncode is None and select.select([self._line], [], [], seconds)[0]:
            with self._lock:  # another thread may have read it meanwhile
                if self.returncode is None:
                    self.returncode = self._last_word()
        return self.returncode

    def _last_word(self) -> int:
        """The exit code. Where nobody is there any more to tell it, the process shall not be there either."""
        code = self._said.readline()
        self._line.close()
        if code:
            return int(code)
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        return -signal.SIGKILL


class Loaded:
    """A process of ``module`` (``python -m <module> <place> …``) that has loaded what is to be forked, until ``end``.

    ``is_ready()`` waits until it has, and answers whether it could. ``begin``: what is called as ``subprocess.Popen`` is.
    """

    def __init__(self, module: str, folder: Path, *more: str):
        self.place = folder / f"{module.rpartition('.')[2]}.socket"
        # A session of its own: an interrupt at the terminal is not for it. What it says goes to our own output for errors.
        self._process = subprocess.Popen([sys.executable, "-m", module, self.place, *more],
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE, start_new_session=True)

    def is_ready(self) -> bool:
        """Wait until it has loaded everything; it says itself why it could not."""
        return self._process.stdout.readline() == READY

    def begin(self, args: Sequence[str], **how: Any) -> Forked:
        """Fork one. Raises OSError when it has ended."""
        return Forked(self.place, args, **how)

    def end(self) -> None:
        """Let it go, and wait until it is gone: it interrupts what it has forked, and stays until all that has ended."""
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()


def serve(place: Path) -> list[str]:
    """Fork whenever somebody asks at ``place``, until standard input ends; then interrupt those that live, and end with the
    last of them. Comes back in each forked process, and only there, with what it is called by.
    """
    tasks = Path("/proc/self/task")  # libraries have threads that Python does not know of
    count = len(list(tasks.iterdir())) if tasks.exists() else threading.active_count()
    if count > 1:
        raise RuntimeError(f"only a process of one thread can be forked, and this has {count}")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(str(place))
        listener.listen()
        try:
            os.write(1, READY)
        except BrokenPipeError:  # nobody waits for it any more
            os._exit(0)
        return _Server(listener).serve()


class _Server:
    def __init__(self, listener: socket.socket):
        self._listener = listener
        self._living: dict[int, socket.socket] = {}
        self._woken, self._wake = socket.socketpair()
        for each in (self._woken, self._wake):
            each.setblocking(False)

    def serve(self) -> list[str]:
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(self._wake.fileno())
        given: list[Any] = [0, self._listener]
        while given or self._living:
            ready = select.select([*given, self._woken], [], [])[0]
            if self._woken in ready:
                with suppress(BlockingIOError):
                    self._woken.recv(4096)
                self._reap()
            if self._listener in ready and (arguments := self._fork()):
                return arguments
            if 0 in ready and not os.read(0, 4096):
                given = []
                self._listener.close()  # whoever asks still is told so
                for number in self._living:
                    os.kill(number, signal.SIGINT)
        os._exit(0)

    def _reap(self) -> None:
        while self._living:
            number, status = os.waitpid(-1, os.WNOHANG)
            if not number:
                return
            with self._living.pop(number) as line, suppress(OSError):  # who asked for it may be gone
                line.sendall(b"%d\n" % os.waitstatus_to_exitcode(status))

    def _fork(self) -> list[str]:
        line = self._listener.accept()[0]
        try:
            words, outputs, _, _ = socket.recv_fds(line, _LONGEST, 1)
            while words and not words.endswith(b"\n"):
                words += line.recv(_LONGEST)
            request = json.loads(words)
        except (OSError, ValueError):  # who asked is gone
            line.close()
            return []
        number = os.fork()
        if not number:
            for each in (line, self._listener, self._woken, self._wake, *self._living.values()):
                each.close()
            return _become(request, outputs[0])
        os.close(outputs[0])
        self._living[number] = line
        with suppress(OSError):
            line.sendall(b"%d\n" % number)
        return []


def _become(request: Mapping[str, Any], output: int) -> list[str]:
    """Be what a process is that was started with this request."""
    signal.set_wakeup_fd(-1)
    for each in (signal.SIGCHLD, signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.setsid()
    nothing = os.open(os.devnull, os.O_RDONLY)
    for target, source in ((0, nothing), (1, output), (2, output)):
        os.dup2(source, target)
    os.close(nothing)
    os.close(output)
    os.chdir(request["folder"])
    os.environ.clear()
    os.environ.update(request["environment"])
    tempfile.tempdir = None  # where it is, the environment says
    sys.orig_argv[:] = request["arguments"]
    return request["arguments"]


def end_as(work: Callable[[], Any]) -> None:
    """Do the ``work`` of a forked process, and end as a program ends with it; but nothing that is loaded is taken apart."""
    code: Any = 1
    try:
        code = work()
    except SystemExit as leaving:
        code = leaving.code
    except KeyboardInterrupt:
        code = 130
    except BaseException:
        traceback.print_exc()
    if code is not None and not isinstance(code, int):
        sys.stderr.write(f"{code}\n")
        code = 1
    threading._shutdown()  # as Python does it: first the threads, then what was registered
    atexit._run_exitfuncs()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(code or 0)
