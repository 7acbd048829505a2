"""One connection on which requests are sent exactly as they are written, one after the other.

For what a client would put right or hide: a header that is left out, what is no HTTP at all, whether a connection is still
of use after an answer.
"""

from __future__ import annotations

import http.client
import socket
from collections.abc import Mapping
from time import perf_counter
from types import TracebackType
from urllib.parse import urlsplit

import httpx

from support.drivers.http import Answer
from support.findings import PlatformGone
from support.reporting.evidence import Evidence

SECONDS = 30.0
CLOSED_WITHIN_SECONDS = 5.0  # of an answer that says that it will be


class OneConnection:
    """To the platform at ``base_url``; use it in a ``with``."""

    def __init__(self, base_url: str, evidence: Evidence, seconds: float = SECONDS):
        self._place = urlsplit(base_url)
        self._evidence = evidence
        self._socket = socket.create_connection((self._place.hostname, self._place.port or 80), timeout=seconds)

    def __enter__(self) -> OneConnection:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._socket.close()

    def ask(self, method: str, path: str, headers: Mapping[str, str] | None = None, body: bytes | None = None) -> Answer:
        """One request with a host, the length of its body, these headers, and no other."""
        named = {"Host": self._place.netloc} | dict(headers or {})
        if body is not None:
            named.setdefault("Content-Length", str(len(body)))
        lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {value}" for name, value in named.items()), "", ""]
        return self.send("\r\n".join(lines).encode() + (body or b""), f"{method} {path}", method)

    def send(self, content: bytes, words: str, method: str = "GET") -> Answer:
        """What is written so, and the answer.

        :raises PlatformGone: when there is none.
        """
        self.begin(content)
        return self.answer(words, method, content)

    def begin(self, content: bytes) -> None:
        """Send a part of a request."""
        self._socket.sendall(content)

    def answer(self, words: str, method: str = "GET", sent: bytes = b"") -> Answer:
        """The next answer, whole.

        :raises PlatformGone: when there is none.
        """
        began = perf_counter()
        response = http.client.HTTPResponse(self._socket, method=method)
        try:
            response.begin()
            body = response.read()
        except (OSError, http.client.HTTPException) as fault:
            self._evidence.record("http", f"{words} -> no answer", f"{_shown(sent)}\n\nno answer: {fault!r}")
            raise PlatformGone(f"{words} got no answer: {type(fault).__name__}: {fault}") from fault
        milliseconds = (perf_counter() - began) * 1000
        headers = httpx.Headers(response.getheaders())
        lines = [f"{name}: {value}" for name, value in headers.items()]
        answered = "\n".join([f"{response.status} {response.reason}", *lines, "", body.decode("utf-8", "replace")])
        self._evidence.record("http", f"{words} -> {response.status} ({milliseconds:.0f} ms)",
                              f"{_shown(sent)}\n\n{answered}", milliseconds)
        return Answer(words, response.status, headers, body, headers.get("X-Request-ID", ""), milliseconds,
                      self._evidence.mask)

    def is_closed(self, within: float = CLOSED_WITHIN_SECONDS) -> bool:
        """Whether the other side ends the connection in this time, without another byte."""
        self._socket.settimeout(within)
        try:
            return self._socket.recv(1) == b""
        except ConnectionError:
            return True
        except TimeoutError:
            return False


def _shown(content: bytes) -> str:
    return content[:2000].decode("utf-8", "replace").rstrip()
