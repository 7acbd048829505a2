"""The service that recognises faces: real HTTP on loopback. It makes of each person's photo what a scenario says."""

from __future__ import annotations

import json
import socket
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

PERSONS = "/v1/persons/"
HELD_AT_MOST_SECONDS = 30.0


@dataclass(frozen=True)
class FaceRequest:
    """One question that the service was asked."""

    at: datetime
    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any] = field(repr=False)

    @property
    def person(self) -> str:
        """Whom it is about, by the reference that the platform uses."""
        return self.body.get("person_ref") or self.path.removeprefix(PERSONS)

    def __str__(self) -> str:
        return (f"{self.at:%H:%M:%S.%f} {self.method} {self.path} of {self.person} "
                f"(request id {self.headers.get('x-request-id', 'none')})")


class FaceService:
    """One service for a run. Its port is known at once; it answers from ``start`` on. It knows nobody at first.

    :param port: 0 for a free one.
    """

    def __init__(self, host: str, port: int = 0):
        self._server: _Server | None = _Server((host, port), _Handler)
        self._place = self._server.server_address
        self.url = "http://{}:{}".format(*self._place)
        self.requests: list[FaceRequest] = []
        self._changed = threading.Lock()
        self._may_answer = threading.Event()
        self._thread: threading.Thread | None = None
        self._kept: socket.socket | None = None
        self._forget()

    def _forget(self) -> None:
        self.requests.clear()
        self.likenesses: dict[str, dict[str, float]] = {}  # person -> what a photo of the person is answered with
        self.qualities: dict[str, float] = {}  # person -> how good the photos are by which the person is enrolled
        self._status: int | None = None  # with which everything is answered; None: as it should be
        self._content: bytes | None = None  # the same for what is answered
        self._failures_left = 0  # how many questions are still answered so; 0: all
        self._may_answer.set()

    # Its life

    def start(self) -> None:
        """Answer from now on."""
        self._server.service = self
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02},
                                        name="face service", daemon=True)
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
        self._status = self._content = None
        self._failures_left = 0
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

    def know(self, person: str, distance: float = 0.20, liveness: float = 0.90, confidence: float = 0.95) -> None:
        """Let the person be enrolled, and a photo of the person be answered with these figures."""
        self.likenesses[person] = {"distance": distance, "liveness": liveness, "confidence": confidence}

    def answer_with(self, status: int = 200, content: bytes | None = None, times: int = 0) -> None:
        """Answer the next ``times`` questions (0: every question) with this status, and this content where one is given."""
        self._status, self._content, self._failures_left = status, content, times

    def hold(self) -> None:
        """Take questions from now on, and let each wait for its answer until ``release``."""
        self._may_answer.clear()

    def release(self) -> None:
        """Answer what waits, and everything from now on."""
        self._may_answer.set()

    def asked_of(self, person: str) -> list[FaceRequest]:
        """What was asked about the person, oldest first."""
        with self._changed:
            return [request for request in self.requests if request.person == person]

    def transcript(self) -> str:
        """What it was asked, in order of time."""
        with self._changed:
            return "\n".join(map(str, self.requests)) or "the face service was asked nothing"

    def _answer(self, request: FaceRequest) -> tuple[int, bytes]:
        with self._changed:
            self.requests.append(request)
        self._may_answer.wait(HELD_AT_MOST_SECONDS)
        with self._changed:
            if self._status is not None:
                status, content = self._status, self._content
                self._failures_left -= 1
                if self._failures_left == 0:
                    self._status = self._content = None
                return status, content if content is not None else b'{"error": "in trouble"}'
            return self._as_it_should_be(request)

    def _as_it_should_be(self, request: FaceRequest) -> tuple[int, bytes]:
        if (request.method, request.path) == ("POST", "/v1/verify"):
            known = self.likenesses.get(request.person)
            return (200, json.dumps(known).encode()) if known else (404, b'{"error": "not enrolled"}')
        if (request.method, request.path) == ("POST", "/v1/enrol"):
            self.likenesses.setdefault(request.person, {"distance": 0.20, "liveness": 0.90, "confidence": 0.95})
            return 200, json.dumps({"quality": self.qualities.get(request.person, 0.90)}).encode()
        if request.method == "DELETE" and request.path.startswith(PERSONS):
            self.likenesses.pop(request.person, None)
            return 204, b""
        return 404, b'{"error": "no such operation"}'


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    service: FaceService


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_POST(self) -> None:
        headers = {name.lower(): value for name, value in self.headers.items()}
        content = self.rfile.read(int(headers.get("content-length", 0)))
        body = json.loads(content) if content else {}
        status, answer = self.server.service._answer(
            FaceRequest(datetime.now(UTC), self.command, self.path, headers, body))
        self.send_response_only(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(answer)))
        self.send_header("Connection", "close")
        try:
            self.end_headers()
            self.wfile.write(answer)
        except OSError:
            self.close_connection = True  # who asked did not wait for the answer

    do_GET = do_HEAD = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_POST

    def log_message(self, format: str, *arguments: object) -> None:
        """The evidence has it; the console is no place for it."""
