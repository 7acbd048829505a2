"""The line between a slot and the run, as the slot holds it: on threads, so that no interruption cuts a message in two."""

from __future__ import annotations

import io
import os
import signal
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread

from support.running.slots.messages import Message, Said


class Line:
    """``send`` tells the run something, ``next`` waits for the next scenario to run.

    Where the run is gone, the slot ends at once as if killed with it: the keeper of its platform sees to the rest.
    """

    def __init__(self, connection: Connection):
        self._connection = connection
        self._outgoing: SimpleQueue[Message | None] = SimpleQueue()
        self._incoming: SimpleQueue[int | None] = SimpleQueue()
        self._sender = Thread(target=self._send, name="to the run", daemon=True)
        self._sender.start()
        Thread(target=self._receive, name="from the run", daemon=True).start()

    def send(self, message: Message) -> None:
        """Soon, and after all that was sent before."""
        self._outgoing.put(message)

    def next(self) -> int | None:
        """The place of the scenario to run, in the features' order; None when there is none any more."""
        return self._incoming.get()

    def close(self) -> None:
        """Come back when all is sent."""
        self._outgoing.put(None)
        self._sender.join()

    def _send(self) -> None:
        while (message := self._outgoing.get()) is not None:
            try:
                self._connection.send(message)
            except OSError:
                _end_at_once()

    def _receive(self) -> None:
        while True:
            try:
                self._incoming.put(self._connection.recv())
            except (EOFError, OSError):
                _end_at_once()


def _end_at_once() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Spoken(io.TextIOBase):
    """A stream of which each text is said by the run."""

    encoding = "utf-8"

    def __init__(self, line: Line, as_error: bool):
        self._line, self._as_error = line, as_error

    def writable(self) -> bool:
        """It is there for nothing else."""
        return True

    def write(self, text: str) -> int:
        """Send it."""
        self._line.send(Said(text, self._as_error))
        return len(text)
