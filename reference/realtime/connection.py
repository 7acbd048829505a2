"""One open socket: what it watches, and the frames that wait to be written to it."""

from __future__ import annotations

import asyncio
import logging
import time
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

from starlette.websockets import WebSocket, WebSocketDisconnect, WebSocketState

from reference.core.answers import as_json
from reference.core.identity import Identity
from reference.realtime.rules import TOO_MUCH, UNFORESEEN, Flood, Refusal, frame

MOST_WAITING = 1000  # frames; who is that far behind is let go
CLOSE_SECONDS = 2.0
log = logging.getLogger("reference.realtime")


@dataclass
class Subscription:
    """A watched topic. ``last`` is the number of the last change that was written, None while its state is read;
    what comes meanwhile waits."""

    channel: str
    last: int | None = None
    waiting: list[dict[str, Any]] = field(default_factory=list)


class Connection:
    """A person's socket. Frames are put into a bounded queue and written by one task."""

    def __init__(self, websocket: WebSocket, person: Identity, device_id: str | None) -> None:
        self.id = str(uuid4())
        self.person = person
        self.device_id = device_id
        self.flood = Flood()
        self.heard_at = time.monotonic()
        self.subscriptions: dict[str, Subscription] = {}
        self.ended = asyncio.Event()
        self._websocket = websocket
        self._waiting: asyncio.Queue[str | Refusal | int] = asyncio.Queue()
        self._writer = asyncio.create_task(self._write())

    def become(self, role: str, modules: list[str] | None) -> None:
        self.person = replace(self.person, role=role, modules=modules)

    def send(self, type_: str, topic: str | None, data: dict[str, Any]) -> None:
        self.send_text(as_json(frame(type_, topic, data)))

    def send_text(self, text: str) -> None:
        """Have a frame written; never waits. Who does not read is let go."""
        if self._waiting.qsize() < MOST_WAITING:
            self._waiting.put_nowait(text)
        elif not self.ended.is_set():
            log.info("socket %s does not read, and is let go", self.id)
            self.ended.set()
            self._writer.cancel()

    def refuse(self, refusal: Refusal) -> None:
        """An error frame, and the close where the refusal closes."""
        self.send("error", None, refusal.data)
        if refusal.closes:
            self.close(refusal.code)

    def close(self, code: int) -> None:
        """Close after what waits has been written."""
        self._waiting.put_nowait(code)

    async def _write(self) -> None:
        code = UNFORESEEN
        try:
            while True:
                item = await self._waiting.get()
                if isinstance(item, int):
                    code = item
                    break
                await self._websocket.send_text(item)
        except asyncio.CancelledError:
            code = TOO_MUCH
            raise
        except (WebSocketDisconnect, RuntimeError, OSError):
            pass  # the peer has gone
        finally:
            self.ended.set()
            await close_quietly(self._websocket, code)

    async def finish(self) -> None:
        """Wait until the socket is closed."""
        self._waiting.put_nowait(1000)
        await asyncio.wait([self._writer], timeout=CLOSE_SECONDS)
        self._writer.cancel()


async def close_quietly(websocket: WebSocket, code: int) -> None:
    if websocket.application_state is not WebSocketState.CONNECTED:
        return
    with suppress(TimeoutError, WebSocketDisconnect, RuntimeError, OSError):  # the peer has gone
        await asyncio.wait_for(websocket.close(code), CLOSE_SECONDS)
