"""Each call is noted when it was answered, and written by a thread, many at once: it waits for nothing, and whatever
becomes of its record, its answer is given."""

from __future__ import annotations

import json
import logging
import threading
import time
from collections import deque
from typing import Any

from sqlalchemy import text
from sqlalchemy.exc import IntegrityError, SQLAlchemyError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from reference.core import clock, database
from reference.core.database import is_unavailable

GATHERED_SECONDS = 0.1  # what is noted meanwhile is written together
AWAY_SECONDS = 0.5  # between two looks whether the database is there again
AT_ONCE = 500
MOST_WAITING = 20_000  # while the database is away; then the oldest are lost
COUNTED, NOT_COUNTED = "/api/", "/api/v2/analytics"
log = logging.getLogger(__name__)

# Of whoever was removed meanwhile nothing is kept.
STORE = text("""
INSERT INTO call_records (tenant_id, person_id, at, method, route, status, duration_ms, request_id)
SELECT given.* FROM jsonb_to_recordset(CAST(:calls AS jsonb)) AS given (tenant_id uuid, person_id uuid, at timestamptz,
       method varchar, route varchar, status integer, duration_ms double precision, request_id varchar)
  JOIN people ON people.id = given.person_id AND people.tenant_id = given.tenant_id""")


class Recorder:
    """Writes what was noted."""

    def __init__(self) -> None:
        self._noted: deque[dict[str, Any]] = deque(maxlen=MOST_WAITING)
        self._wanted, self._ended = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name="recorder", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Write what is there, and end."""
        self._ended.set()
        self._wanted.set()
        self._thread.join(timeout=3)

    def note(self, call: dict[str, Any]) -> None:
        """Have a call written soon; never waits."""
        self._noted.append(call)
        self._wanted.set()

    def _run(self) -> None:
        while not self._ended.is_set():
            self._wanted.wait()
            self._ended.wait(GATHERED_SECONDS)
            self._wanted.clear()
            self._write_all()
        self._write_all()

    def _write_all(self) -> None:
        while self._noted:
            calls = [self._noted.popleft() for _ in range(min(AT_ONCE, len(self._noted)))]
            try:
                store(calls)
            except SQLAlchemyError as error:
                if is_unavailable(error) and not self._ended.is_set():
                    self._noted.extendleft(reversed(calls))
                    self._ended.wait(AWAY_SECONDS)
                else:
                    log.warning("%d calls could not be recorded: %s", len(calls), type(error).__name__)
            except Exception:
                log.exception("the recorder met something unforeseen")


def store(calls: list[dict[str, Any]]) -> None:
    """Write these calls; once more where somebody was removed at that moment."""
    try:
        _store(calls)
    except IntegrityError:
        _store(calls)


def _store(calls: list[dict[str, Any]]) -> None:
    with database.engine().begin() as connection:
        connection.execute(STORE, {"calls": json.dumps(calls)})


class Recording:
    """Around each call, outermost: its time is all the time that it took."""

    def __init__(self, app: ASGIApp, recorder: Recorder) -> None:
        self.app, self.recorder = app, recorder

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not is_counted(scope["path"]):
            await self.app(scope, receive, send)
            return
        began, at, status = time.perf_counter(), clock.now(), 0

        async def send_on(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, send_on)
        finally:
            if status and "signed_in" in scope:
                person = scope["signed_in"]
                self.recorder.note({
                    "tenant_id": str(person.tenant_id), "person_id": str(person.person_id), "at": clock.text(at),
                    "method": scope["method"], "route": scope["route"].path, "status": status,
                    "duration_ms": (time.perf_counter() - began) * 1000, "request_id": scope["request_id"]})


def is_counted(path: str) -> bool:
    """Whether calls of this address count; looking at the figures is none."""
    return path.startswith(COUNTED) and path != NOT_COUNTED and not path.startswith(f"{NOT_COUNTED}/")
