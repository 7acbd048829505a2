"""A socket that a person holds open: every frame is kept with the moment it came, and can be waited for."""

from __future__ import annotations

import contextlib
import json
import socket
import struct
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from time import monotonic
from typing import Any

import websocket

from support.findings import Finding, PlatformGone
from support.reporting.evidence import Evidence

CONNECT_SECONDS = 10.0
SEND_SECONDS = 10  # whole ones: what the peer does not take in this time is not sent
GOODBYE_SECONDS = 1.0  # for the platform's answer to our leaving
_NO_STATUS = 1005  # what RFC 6455 calls a close without a code


@dataclass(frozen=True)
class Frame:
    """One frame as it came: {type, topic, at, data}; ``received`` is the suite's own clock."""

    received: datetime
    content: dict[str, Any]

    @property
    def type(self) -> str:
        return self.content.get("type", "")

    @property
    def topic(self) -> str | None:
        return self.content.get("topic")

    @property
    def data(self) -> dict[str, Any]:
        return self.content.get("data") or {}

    def __str__(self) -> str:
        return f"{self.received:%H:%M:%S.%f} {json.dumps(self.content, ensure_ascii=False)}"


def _do_nothing(frame: Frame) -> None:
    """What most do when a frame comes."""


class Socket:
    """One open connection. A thread reads; whoever waits is woken by each frame."""

    def __init__(self, url: str, evidence: Evidence, owner: str, *, token: str | None = None,
                 headers: dict[str, str] | None = None):
        """Connect. The token goes as subprotocol, so that it stands in no address and so in no log.

        :raises PlatformGone: when nobody accepts the connection.
        """
        self.owner = owner
        self.frames: list[Frame] = []
        self.on_frame: Callable[[Frame], None] = _do_nothing  # called as each frame comes, before the next is read
        self._evidence = evidence
        self._changed = threading.Condition()
        self._closed: tuple[int, str] | None = None
        lines = [f"{name}: {value}" for name, value in (headers or {}).items()]
        if token is not None:
            # as a plain header: the library would insist on the platform choosing it, and it must never be sent back
            lines.append(f"Sec-WebSocket-Protocol: access_token.{token}")
        self.answer_headers: dict[str, str] = {}
        try:
            self._socket = websocket.create_connection(url, timeout=CONNECT_SECONDS, header=lines, suppress_origin=True)
        except (websocket.WebSocketException, OSError) as fault:
            raise PlatformGone(f"the live updates at {url.split('?')[0]} cannot be reached: {fault}") from fault
        self.answer_headers = dict(self._socket.getheaders() or {})
        self._socket.settimeout(None)  # the reader waits for ever; whoever sends does not
        self._socket.sock.setsockopt(socket.SOL_SOCKET, socket.SO_SNDTIMEO, struct.pack("ll", SEND_SECONDS, 0))
        self._reader = threading.Thread(target=self._read, name=f"socket of {owner}", daemon=True)
        self._reader.start()

    def send(self, frame_type: str, **members: Any) -> None:
        """Send one frame ``{type, …}``."""
        self.send_text(json.dumps({"type": frame_type, **members}))

    def send_text(self, text: str) -> None:
        """Send one text frame as it stands."""
        self._evidence.record("websocket", f"{self.owner} sends {text[:80]}", text)
        with contextlib.suppress(websocket.WebSocketConnectionClosedException, OSError):
            self._socket.send(text)

    def await_frame(self, words: str, fits: Callable[[Frame], bool], within: float, start: int = 0) -> Frame:
        """The first frame from number ``start`` on that ``fits``.

        :raises Finding: after ``within`` seconds, or once the connection is closed; names what was waited for and
            shows every frame that came.
        """
        deadline = monotonic() + within
        seen = start
        with self._changed:
            while True:
                for frame in self.frames[seen:]:
                    seen += 1
                    if fits(frame):
                        return frame
                left = deadline - monotonic()
                if self._closed or left <= 0 or not self._changed.wait(left):
                    if seen < len(self.frames):
                        continue
                    raise Finding(self._not_seen(words, within))

    def await_close(self, within: float) -> tuple[int, str]:
        """The close code and reason that the platform gave.

        :raises Finding: when the connection is still open after ``within`` seconds.
        """
        with self._changed:
            if not self._changed.wait_for(lambda: self._closed is not None, within):
                raise Finding(f"{self.owner}'s connection should be closed, and is open after {within:g} s\n"
                              f"{self.transcript()}")
            return self._closed

    @property
    def closed(self) -> tuple[int, str] | None:
        """Code and reason, once the platform closed the connection."""
        return self._closed

    def transcript(self) -> str:
        """All frames that came, one a line."""
        with self._changed:
            lines = [str(frame) for frame in self.frames]
            if self._closed:
                lines.append(f"closed with {self._closed[0]} {self._closed[1]}")
        return "\n".join(lines) or "no frame came"

    def close(self) -> None:
        """Leave; the transcript goes into the evidence."""
        # The library's own close would read the answer itself, and wait for the reader without end.
        with contextlib.suppress(Exception):
            self._socket.send_close()
        self._reader.join(timeout=GOODBYE_SECONDS)
        with contextlib.suppress(Exception):
            self._socket.sock.shutdown(socket.SHUT_RDWR)  # which wakes a reader to whom nobody answered
        with contextlib.suppress(Exception):
            self._socket.shutdown()
        self._reader.join(timeout=GOODBYE_SECONDS)
        self._evidence.record("websocket", f"what {self.owner} saw ({len(self.frames)} frames)", self.transcript())

    def _read(self) -> None:
        while True:
            try:
                code, content = self._socket.recv_data()
            except (websocket.WebSocketException, OSError, AttributeError):
                return self._end(_NO_STATUS, "")
            if code == websocket.ABNF.OPCODE_CLOSE:
                status = struct.unpack("!H", content[:2])[0] if len(content) >= 2 else _NO_STATUS
                return self._end(status, content[2:].decode("utf-8", "replace"))
            self._keep(content)

    def _keep(self, content: bytes) -> None:
        try:
            decoded = json.loads(content)
        except ValueError:
            decoded = {"type": "not JSON", "data": {"text": content.decode("utf-8", "replace")}}
        frame = Frame(datetime.now(UTC), decoded)
        self.on_frame(frame)
        with self._changed:
            self.frames.append(frame)
            self._changed.notify_all()

    def _end(self, code: int, reason: str) -> None:
        with self._changed:
            self._closed = self._closed or (code, reason)
            self._changed.notify_all()

    def _not_seen(self, words: str, within: float) -> str:
        ending = " (the connection was closed)" if self._closed else ""
        return f"{self.owner} should see {words} within {within:g} s, and did not{ending}; what came:\n{self.transcript()}"
