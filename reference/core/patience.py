"""One exchange with a server outside, however slowly it answers: a time limit on a connection only bounds each wait."""

from __future__ import annotations

import http.client
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def ended_after(connection: http.client.HTTPConnection, seconds: float) -> Iterator[http.client.HTTPConnection]:
    """What is done on the connection inside is broken off after so many seconds in all; then the connection is closed."""
    watchdog = threading.Timer(seconds, _break_off, args=(connection,))
    watchdog.daemon = True
    watchdog.start()
    try:
        yield connection
    finally:
        watchdog.cancel()
        connection.close()


def _break_off(connection: http.client.HTTPConnection) -> None:
    try:
        if connection.sock is not None:
            connection.sock.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass  # it has ended meanwhile
