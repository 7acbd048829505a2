"""A connection that counts what it carries, so that an answer longer than it announced is noticed.

httpx reads exactly the announced length and leaves the rest for whoever asks next; what is shorter it reports itself.
"""

from __future__ import annotations

import contextlib
import select
import socket
from collections.abc import Iterable, Iterator
from typing import Any

import httpcore
import httpx

SURPLUS = "surplus"  # the extension of a response that says how many bytes came after what it announced
_HEADERS_END = b"\r\n\r\n"


class CountingStream(httpcore.NetworkStream):
    """Passes everything on, and keeps what was received since the last request was written."""

    def __init__(self, stream: httpcore.NetworkStream):
        self._stream = stream
        self._received = bytearray()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        data = self._stream.read(max_bytes, timeout)
        self._received += data
        return data

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._received.clear()
        self._stream.write(buffer, timeout)

    def close(self) -> None:
        self._stream.close()

    def start_tls(self, *arguments: Any, **named: Any) -> httpcore.NetworkStream:
        return CountingStream(self._stream.start_tls(*arguments, **named))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    def surplus(self, announced: int) -> int:
        """How many bytes came after a body of ``announced`` bytes, those that wait in the socket included."""
        waiting = 0
        with contextlib.suppress(OSError, ValueError):
            connection = self._stream.get_extra_info("socket")
            if connection is not None and select.select([connection], [], [], 0)[0]:
                waiting = len(connection.recv(65536, socket.MSG_PEEK)) if hasattr(connection, "recv") else 0
        head = self._received.find(_HEADERS_END)
        body = len(self._received) - head - len(_HEADERS_END)
        return body - announced + waiting


class MeasuredBody(httpx.SyncByteStream):
    """The body of a response, measured at its end while the connection still is this response's alone.

    Once it is closed the connection may carry the next one's bytes, of another thread perhaps.
    """

    def __init__(self, response: httpx.Response, connection: CountingStream, announced: int):
        self._response = response
        self._stream = response.stream
        self._connection = connection
        self._announced = announced

    def __iter__(self) -> Iterator[bytes]:
        yield from self._stream

    def close(self) -> None:
        if SURPLUS not in self._response.extensions:
            surplus = self._connection.surplus(self._announced)
            self._response.extensions[SURPLUS] = surplus
            if surplus > 0:
                self._connection.close()  # what is left in it is no answer to anything
        self._stream.close()


class CountingBackend(httpcore.SyncBackend):
    """Makes counting connections."""

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
                    socket_options: Iterable[Any] | None = None) -> httpcore.NetworkStream:
        return CountingStream(super().connect_tcp(host, port, timeout, local_address, socket_options))


class CountingTransport(httpx.HTTPTransport):
    """httpx's own transport over counting connections (it takes no backend of its own in its constructor)."""

    def __init__(self, **named: Any):
        super().__init__(**named)
        self._pool._network_backend = CountingBackend()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        response = super().handle_request(request)
        announced = response.headers.get("Content-Length")
        connection = response.extensions.get("network_stream")
        if announced is not None and isinstance(connection, CountingStream) and request.method != "HEAD":
            response.stream = MeasuredBody(response, connection, int(announced))
        return response
