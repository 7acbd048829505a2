"""Free ports on loopback, kept for us until the server that shall have them listens."""

from __future__ import annotations

import socket
import sys

LOOPBACK = "127.0.0.1"


class Port:
    """One port that nobody else had when it was chosen.

    On Linux a bound socket that does not listen keeps the port from everybody who asks for any free one, while a
    server that asks for this very number (with SO_REUSEADDR, as servers do) still gets it. Elsewhere the number is
    only likely to stay free: a server that loses it is started again on another.
    """

    def __init__(self) -> None:
        self._socket = socket.socket()
        self._socket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._socket.bind((LOOPBACK, 0))
        self.number: int = self._socket.getsockname()[1]
        if sys.platform != "linux":
            self.release()

    def release(self) -> None:
        """Let go of the port: its server listens by now, or never will."""
        self._socket.close()
