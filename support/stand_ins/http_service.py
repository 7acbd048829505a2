"""What the outside services that are asked over HTTP have in common: a real server that fares as a scenario says."""

from __future__ import annotations

import json
import socket
import threading
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HELD_AT_MOST_SECONDS = 30.0
IN_TROUBLE = b'{"error": "in trouble"}'


@dataclass(frozen=True)
class Asked:
    """One question that a service was asked."""

    at: datetime
    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any] = field(repr=False)
    content: bytes = field(default=b"", repr=False)  # the body as it came


@dataclass(frozen=True)
class Reply:
    """What it answers: the content at once, or in pieces as they come. ``breaks_off``: before its end."""

    status: int
    content: bytes | list[bytes] = b""
    kind: str = "application/json"
    headers: Mapping[str, str] = field(default_factory=dict)
    breaks_off: bool = False


class HttpService(ABC):
    """One service for a run. Its port is known at once; it answers from ``start`` on.

    :param port: 0 for a free one.
    """

    name = "service"
    asked_as: type[Asked] = Asked

    def __init__(self, host: str, port: int = 0):
        self._server: _Server | None = _Server((host, port), _Handler)
        self._place = self._server.server_address
        self.url = "http://{}:{}".format(*self._place)
        self.requests: list[Any] = []
        self._changed = threading.Lock()
        self._may_answer = threading.Event()
        self._thread: threading.Thread | None = None
        self._kept: socket.socket | None = None
        self._forget()

    def _forget(self) -> None:
        self.requests.clear()
        self._trouble: Reply | None = None  # with which everything is answered; None: as it should be
        self._troubles_left = 0  # how many questions are still answered so; 0: all
        self._may_answer.set()

    @abstractmethod
    def _as_it_should_be(self, request: Any) -> Reply:
        """What it answers while all is well."""

    # Its life

    def start(self) -> None:
        """Answer from now on."""
        self._server.service = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, name=self.name,
                                        daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer nobody any more. May be called again."""
        self._may_answer.set()
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._thread = None
        if self._server is not None:
            self._server.server_close()
            self._server = None
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    def go_away(self) -> None:
        """Be not reachable, as a service that is down, until ``come_back``. Nobody else gets the port meanwhile."""
        self.close()
        self._kept = socket.socket()
        self._kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._kept.bind(self._place)

    def come_back(self) -> None:
        """Be as it should be again, at the same place."""
        self._trouble, self._troubles_left = None, 0
        self._may_answer.set()
        if self._server is None:
            self.close()
            self._server = _Server(self._place, _Handler)
            self.start()

    def forget(self) -> None:
        """Be as at first: nobody is known, nothing was asked, and all is well."""
        self.come_back()
        with self._changed:
            self._forget()

    # What it answers

    def answer_with(self, status: int = 200, content: bytes | None = None, times: int = 0, **headers: str) -> None:
        """Answer the next ``times`` questions (0: every question) with this status, and this content where one is given."""
        said = {name.replace("_", "-"): value for name, value in headers.items()}
        self._trouble = Reply(status, IN_TROUBLE if content is None else content, headers=said)
        self._troubles_left = times

    def hold(self) -> None:
        """Take questions from now on, and let each wait for its answer until ``release``."""
        self._may_answer.clear()

    def release(self) -> None:
        """Answer what waits, and everything from now on."""
        self._may_answer.set()

    def transcript(self) -> str:
        """What it was asked, in order of time."""
        with self._changed:
            return "\n".join(map(str, self.requests)) or f"the {self.name} was asked nothing"

    def _answer(self, request: Any) -> Reply:
        with self._changed:
            self.requests.append(request)
        self._may_answer.wait(HELD_AT_MOST_SECONDS)
        with self._changed:
            if self._trouble is None:
                return self._as_it_should_be(request)
            trouble = self._trouble
            self._troubles_left -= 1
            if self._troubles_left == 0:
                self._trouble = None
            return trouble


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    service: HttpService


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        service = self.server.service
        headers = {name.lower(): value for name, value in self.headers.items()}
        content = self.rfile.read(int(headers.get("content-length", 0)))
        body = json.loads(content) if content else {}
        reply = service._answer(service.asked_as(datetime.now(UTC), self.command, self.path, headers, body, content))
        try:
            self._send(reply)
        except OSError:
            self.close_connection = True  # who asked did not wait for the answer

    do_GET = do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_POST

    def _send(self, reply: Reply) -> None:
        is_whole = isinstance(reply.content, bytes)
        sent = [reply.content] if is_whole else [b"%x\r\n%s\r\n" % (len(piece), piece) for piece in reply.content]
        self.send_response_only(reply.status)
        for name, value in {"Content-Type": reply.kind, "Connection": "close", **reply.headers}.items():
            self.send_header(name, value)
        if is_whole:
            self.send_header("Content-Length", str(len(reply.content)))
        else:
            self.send_header("Transfer-Encoding", "chunked")
        self.end_headers()
        for piece in sent:
            self.wfile.write(piece[:len(piece) // 2] if is_whole and reply.breaks_off else piece)
        if not is_whole and not reply.breaks_off:
            self.wfile.write(b"0\r\n\r\n")

    def log_message(self, format: str, *arguments: object) -> None:
        """The evidence has it; the console is no place for it."""
