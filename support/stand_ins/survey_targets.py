"""The hosts that missions survey: real HTTP servers on loopback, one for each target of a scenario."""

from __future__ import annotations

import socket
import threading
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from support.awaiting import await_value

# An answer at which no rule of a new tenant finds anything.
FLAWLESS_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Server": "harbour",
    "X-Content-Type-Options": "nosniff",
    "Content-Security-Policy": "default-src 'self'",
}


@dataclass(frozen=True)
class SurveyRequest:
    """One request that a target got."""

    at: datetime
    method: str
    path: str
    headers: dict[str, str]

    def __str__(self) -> str:
        return f"{self.at:%H:%M:%S.%f} {self.method} {self.path} (request id {self.headers.get('x-request-id', 'none')})"


@dataclass
class SurveyTarget:
    """One host. What it answers can be changed at any time; what it was asked can be read at any time."""

    host: str
    headers: dict[str, str] = field(default_factory=lambda: dict(FLAWLESS_HEADERS))
    status: int = 200
    body: bytes = b"<!doctype html><title>Dock control</title>"
    missing: set[str] = field(default_factory=set)  # paths at which there is nothing
    silent_times: int = 0  # how many questions are left without an answer first
    answers_left: int | None = None  # how many more questions are answered; None: all
    requests: list[SurveyRequest] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._may_answer = threading.Event()
        self._may_answer.set()
        self._arrived = threading.Lock()
        self._server = _Server((self.host, 0), _Handler)
        self._server.target = self
        self.address = f"{self.host}:{self._server.server_address[1]}"
        self._thread: threading.Thread | None = None
        self._kept: socket.socket | None = None
        self.open()

    def open(self) -> None:
        """Answer from now on."""
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02},
                                        name=f"survey target {self.address}", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Answer nobody any more: who asks is refused the connection."""
        self.release()
        if self._thread is not None:
            self._server.shutdown()
            self._thread.join()
            self._thread = None
            self._server.server_close()
            self._keep_address()

    def come_back(self) -> None:
        """Answer again, at the same address, and whatever is asked."""
        self.answers_left = None
        if self._thread is None:
            self.give_up_address()
            host, port = self.address.rsplit(":", 1)
            self._server = _Server((host, int(port)), _Handler)
            self._server.target = self
            self.open()

    def _keep_address(self) -> None:
        """Hold the port without listening: nobody else can answer there, and who asks is refused."""
        host, port = self.address.rsplit(":", 1)
        self._kept = socket.socket()
        self._kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._kept.bind((host, int(port)))

    def give_up_address(self) -> None:
        """Let others have the port that ``close`` held on to."""
        if self._kept is not None:
            self._kept.close()
            self._kept = None

    def answer_flawlessly(self) -> None:
        """Answer so that no rule of a new tenant finds anything."""
        self.headers, self.status = dict(FLAWLESS_HEADERS), 200

    def hold(self) -> None:
        """Accept requests from now on, and let each wait for its answer until ``release``."""
        self._may_answer.clear()

    def release(self) -> None:
        """Answer what waits, and everything from now on."""
        self._may_answer.set()

    def await_asked(self, times: int, within: float) -> None:
        """Wait until the target got ``times`` requests in all."""
        await_value(lambda: len(self.requests), lambda count: count >= times, within=within,
                    words=lambda count: f"target {self.address} should have been asked {times} times, and was {count}")

    def _take(self, request: SurveyRequest) -> bool:
        """Note the request, wait while the target is held, and say whether it is answered at all."""
        with self._arrived:
            self.requests.append(request)
            answered = self.answers_left is None or self.answers_left > 0
            if self.answers_left:
                self.answers_left -= 1
            if self.silent_times:
                self.silent_times, answered = self.silent_times - 1, False
        self._may_answer.wait(timeout=60)
        return answered


class SurveyTargets:
    """All targets of one scenario."""

    def __init__(self, host: str):
        self._host = host
        self.targets: list[SurveyTarget] = []

    def add(self) -> SurveyTarget:
        """One more host, flawless and answering."""
        target = SurveyTarget(self._host)
        self.targets.append(target)
        return target

    def transcript(self) -> str:
        """What every target was asked, in order of time."""
        asked = sorted((request.at, f"{request}  at {target.address}")
                       for target in self.targets for request in target.requests)
        return "\n".join(line for _, line in asked) or "no target was asked anything"

    def close(self) -> None:
        """Give up all addresses."""
        for target in self.targets:
            target.close()
            target.give_up_address()


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    target: SurveyTarget


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: _Server

    def do_GET(self) -> None:
        target = self.server.target
        headers = {name.lower(): value for name, value in self.headers.items()}
        if not target._take(SurveyRequest(datetime.now(UTC), self.command, self.path, headers)):
            self.close_connection = True
            return
        self.send_response_only(404 if self.path in target.missing else target.status)
        for name, value in target.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(target.body)))
        self.send_header("Connection", "close")
        try:
            self.end_headers()
            self.wfile.write(target.body)
        except OSError:
            self.close_connection = True  # who asked did not wait for the answer

    do_HEAD = do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_GET  # a survey asks with GET alone: all is kept

    def log_message(self, format: str, *arguments: object) -> None:
        """The evidence has it; the console is no place for it."""
