"""A connection on which a whole answer has one deadline.

httpx limits each wait apart: a server that sends a byte now and then would keep a call for ever.
"""

from __future__ import annotations

from collections.abc import Iterable
from time import monotonic
from typing import Any

import httpcore

from support.drivers.transfer import CountingStream, CountingTransport


class BoundedStream(CountingStream):
    """The time limit of a read counts from the moment at which its request was written."""

    def __init__(self, stream: httpcore.NetworkStream):
        super().__init__(stream)
        self._written = monotonic()

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if timeout is not None:
            timeout = self._written + timeout - monotonic()
            if timeout <= 0:
                raise httpcore.ReadTimeout("the answer was not whole in time")
        return super().read(max_bytes, timeout)

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        super().write(buffer, timeout)
        self._written = monotonic()

    def start_tls(self, *arguments: Any, **named: Any) -> httpcore.NetworkStream:
        return BoundedStream(self._stream.start_tls(*arguments, **named))


class BoundedBackend(httpcore.SyncBackend):
    """Makes such connections."""

    def connect_tcp(self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
                    socket_options: Iterable[Any] | None = None) -> httpcore.NetworkStream:
        return BoundedStream(super().connect_tcp(host, port, timeout, local_address, socket_options))


class BoundedTransport(CountingTransport):
    """httpx's own transport over such connections."""

    def __init__(self, **named: Any):
        super().__init__(**named)
        self._pool._network_backend = BoundedBackend()
