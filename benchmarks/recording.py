"""A runner that writes down all traffic of a run: ``behave --runner benchmarks.recording:RecordingRunner``.

It wraps the suite's drivers and stand-ins from outside, while they run, and changes none of them. The environment
variable ``MUSTER_BENCH_RECORDING`` names the file for the recording, which holds passwords and tokens: whoever makes it
removes it.
"""

from __future__ import annotations

import os
import pickle
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from pathlib import Path
from typing import Any

from benchmarks import traffic

# First of all: others take these functions by name.
from support import awaiting
from support.drivers import at_once as at_once_module

FILE = os.environ.pop("MUSTER_BENCH_RECORDING", "")  # the suite would take it for a setting
_UNINTERESTING = {"host", "accept", "accept-encoding", "connection", "user-agent", "content-length"}
_SHOWN = ("headers", "status", "body", "missing")


class Recorder:
    """The chapters so far; each thread that takes part has a list that it writes into."""

    def __init__(self) -> None:
        self.chapters: list[traffic.Chapter] = [traffic.Chapter(None)]
        self._own = threading.local()
        self._own.list = self.chapters[0].events
        self._own.ended = datetime.now(UTC)
        self.numbers: dict[str, dict[int, int]] = {}
        self._known: list[Any] = []  # kept alive, so that no id() comes twice
        self.hosts: list[tuple[Any, int, dict[str, Any]]] = []

    @property
    def listens(self) -> bool:
        return getattr(self._own, "list", None) is not None

    def chapter(self, place: tuple[str, int] | None) -> None:
        """What follows belongs to this scenario."""
        self.chapters.append(traffic.Chapter(place))
        self._own.list = self.chapters[-1].events

    def add(self, event: traffic.Event) -> None:
        """One more event, after what has changed about the hosts meanwhile."""
        self._add_changes_of_hosts()
        self._own.list.append(event)

    def ended(self) -> None:
        self._own.ended = datetime.now(UTC)

    @property
    def last_ended(self) -> datetime:
        return self._own.ended

    @contextmanager
    def into(self, events: list[traffic.Event] | None) -> Iterator[None]:
        """This thread's events go into that list; None: nowhere."""
        before, self._own.list = getattr(self._own, "list", None), events
        if not hasattr(self._own, "ended"):
            self.ended()
        try:
            yield
        finally:
            self._own.list = before

    def number(self, kind: str, thing: Any) -> int:
        """A number for ``thing``, the same each time."""
        known = self.numbers.setdefault(kind, {})
        if id(thing) not in known:
            self._known.append(thing)
            known[id(thing)] = len(known)
        return known[id(thing)]

    def _add_changes_of_hosts(self) -> None:
        for position, (target, number, before) in enumerate(self.hosts):
            now = shown(target)
            if now != before:
                self.hosts[position] = (target, number, now)
                self._own.list.append(traffic.HostShows(number, {name: now[name] for name in now
                                                                 if now[name] != before[name]}))


def shown(target: Any) -> dict[str, Any]:
    """What a host answers now."""
    return {"headers": dict(target.headers), "status": target.status, "body": target.body, "missing": set(target.missing)}


recorder = Recorder()


def _around(owner: Any, name: str, event_of: Callable[..., traffic.Event | None], inner: bool = False,
            after: Callable[..., None] | None = None) -> None:
    """Let ``owner.name`` write an event first; what it does inside is not recorded, unless ``inner``.

    ``after(event, answer, self)`` completes the event.
    """
    original = getattr(owner, name)

    @wraps(original)
    def wrapped(self: Any, *arguments: Any, **named: Any) -> Any:
        if not recorder.listens:
            return original(self, *arguments, **named)
        event = event_of(self, *arguments, **named)
        if event is not None:
            recorder.add(event)
        try:
            if inner:
                answer = original(self, *arguments, **named)
            else:
                with recorder.into(None):
                    answer = original(self, *arguments, **named)
            if after is not None:
                after(event, answer, self)
            return answer
        finally:
            recorder.ended()

    setattr(owner, name, wrapped)


def _keep_answer(event: Any, answer: Any, _: Any) -> None:
    event.answer = answer


# Waiting, and several at once


def _recorded_looks(within: float, *, shortest: float = 0.01, longest: float = 0.25,
                    until: threading.Event | None = None) -> Iterator[int]:
    if not recorder.listens:
        yield from _looks(within, shortest=shortest, longest=longest, until=until)
        return
    poll = traffic.Poll([], shortest, longest)
    recorder.add(poll)
    for number in _looks(within, shortest=shortest, longest=longest, until=until):
        poll.looks.append([])
        with recorder.into(poll.looks[-1]):
            yield number


def _recorded_at_once(calls: list[Callable[[], Any]]) -> list[Any]:
    if not recorder.listens:
        return _at_once(calls)
    lists: list[list[traffic.Event]] = [[] for _ in calls]
    recorder.add(traffic.AtOnce(lists))

    def recording(call: Callable[[], Any], events: list[traffic.Event]) -> Callable[[], Any]:
        def recorded() -> Any:
            with recorder.into(events):
                return call()
        return recorded

    try:
        return _at_once([recording(call, events) for call, events in zip(calls, lists, strict=True)])
    finally:
        recorder.ended()


_looks, awaiting.looks = awaiting.looks, _recorded_looks
_at_once, at_once_module.at_once = at_once_module.at_once, _recorded_at_once

import httpx  # noqa: E402
import jwt  # noqa: E402
import redis  # noqa: E402
from sqlalchemy import text  # noqa: E402
from sqlalchemy.dialects.postgresql.psycopg import dialect  # noqa: E402

from support.datastores import same_database  # noqa: E402
from support.drivers.database import Database  # noqa: E402
from support.drivers.own_address import FROM  # noqa: E402
from support.drivers.queue import Queue  # noqa: E402
from support.drivers.websocket import Socket  # noqa: E402
from support.running.runner import AcceptanceRunner  # noqa: E402
from support.running.session import Session  # noqa: E402
from support.stand_ins.survey_targets import SurveyTarget  # noqa: E402
from support.world import World  # noqa: E402


def _wrap_protocols() -> None:
    def asked(client: httpx.Client, request: httpx.Request, **_: Any) -> traffic.Event:
        headers = {name: value for name, value in request.headers.items() if name not in _UNINTERESTING}
        return traffic.Ask(request.method, request.url.raw_path.decode(), headers, request.read(),
                           sender=request.extensions.get(FROM))

    def answered(event: traffic.Ask, response: httpx.Response, _: Any) -> None:
        event.status, event.answer, event.answer_headers = response.status_code, response.content, dict(response.headers)

    _around(httpx.Client, "send", asked, after=answered)

    def statement(database: Database, words: str, parameters: dict[str, Any]) -> traffic.Event:
        compiled = str(text(words).compile(dialect=dialect()))
        return traffic.Query(recorder.number("database", database), compiled, dict(parameters))

    def rows(event: traffic.Query, answer: tuple[list[dict[str, Any]], int], _: Any) -> None:
        event.answer = [list(row.values()) for row in answer[0]]

    _around(Database, "_ask", statement, after=rows)
    for name in ("script", "prepared"):
        _around(Database, name, lambda database, words, prepared=name == "prepared": traffic.Script(
            recorder.number("database", database), words, prepared), after=_keep_answer)
    _around(Database, "batch", lambda database, statements, prepared=(): traffic.Batch(
        recorder.number("database", database), list(statements), [each in prepared for each in statements]),
        after=_keep_answer)
    _around(Database, "close", lambda database: traffic.Disconnect(recorder.number("database", database)))

    def number(client: Any) -> int:
        return int(client.connection_pool.connection_kwargs.get("db") or 0)

    _around(redis.Redis, "execute_command",
            lambda client, *words, **_: traffic.Redis(number(client), [words]), after=_keep_answer)

    def pipeline(pipe: Any, *_: Any, **__: Any) -> traffic.Event | None:
        commands = [tuple(command[0]) for command in pipe.command_stack]
        return traffic.Redis(number(pipe), commands, True, bool(pipe.transaction)) if commands else None

    _around(redis.client.Pipeline, "execute", pipeline,
            after=lambda event, answer, _: event and _keep_answer(event, answer, _))
    _around(Queue, "give_up", lambda *_: None)  # Celery's own talk, once in a while


def _wrap_live_updates() -> None:
    def connect(socket: Socket, url: str, evidence: Any, owner: str, *, token: str | None = None,
                headers: dict[str, str] | None = None) -> traffic.Event:
        lines = [f"{name}: {value}" for name, value in (headers or {}).items()]
        lines += [f"Sec-WebSocket-Protocol: access_token.{token}"] if token is not None else []
        return traffic.Connect(recorder.number("socket", socket), lines)

    def frame(socket: Socket, words: str, fits: Any, within: float, start: int = 0) -> traffic.Event:
        return traffic.AwaitFrame(recorder.number("socket", socket), start > 0)

    def came(event: traffic.AwaitFrame, answer: Any, _: Any) -> None:
        event.answer = answer.content

    def of_socket(kind: type) -> Callable[..., traffic.Event]:
        return lambda socket, *arguments, **_: kind(recorder.number("socket", socket), *arguments)

    _around(Socket, "__init__", connect)
    _around(Socket, "send_text", of_socket(traffic.Send))
    _around(Socket, "await_frame", frame, after=came)
    _around(Socket, "await_close", lambda socket, within: traffic.AwaitClose(recorder.number("socket", socket)))
    _around(Socket, "close", of_socket(traffic.Leave))


def _wrap_hosts() -> None:
    made, assign = SurveyTarget.__post_init__, SurveyTarget.__setattr__

    def opened(target: SurveyTarget) -> None:
        with recorder.into(None):
            made(target)
        if recorder.listens:
            number = recorder.number("host", target)
            recorder.add(traffic.Host(number, target.address))
            recorder.hosts.append((target, number, shown(target)))

    def assigned(target: SurveyTarget, name: str, value: Any) -> None:
        assign(target, name, value)
        if name in ("answers_left", "silent_times") and recorder.listens and "address" in target.__dict__:
            recorder.add(traffic.HostShows(recorder.number("host", target), {name: value}))

    SurveyTarget.__post_init__, SurveyTarget.__setattr__ = opened, assigned
    for name in ("hold", "release", "close", "come_back", "give_up_address"):
        _around(SurveyTarget, name, lambda target, what=name: traffic.HostDoes(recorder.number("host", target), what))
    _around(SurveyTarget, "await_asked", lambda target, times, within: traffic.HostDoes(
        recorder.number("host", target), "await_asked", (times, 30.0)))


def _wrap_the_rest() -> None:
    encode, let_pass, begin, proof = jwt.encode, World.let_pass, Session.begin, same_database.answers_wait_for

    def encoded(claims: dict[str, Any], *arguments: Any, **named: Any) -> str:
        token = encode(claims, *arguments, **named)
        if recorder.listens:
            recorder.add(traffic.Forge(token, dict(claims)))
        return token

    def waited(world: World, moment: datetime) -> None:
        recorder.add(traffic.Pause((moment - recorder.last_ended).total_seconds()))
        let_pass(world, moment)
        recorder.ended()

    def began(session: Session, scenario: Any) -> Any:
        recorder.hosts.clear()
        recorder.chapter((str(scenario.filename), scenario.line))
        return begin(session, scenario)

    def proved(*arguments: Any, **named: Any) -> bool:
        with recorder.into(None):
            return proof(*arguments, **named)

    jwt.encode, World.let_pass, Session.begin, same_database.answers_wait_for = encoded, waited, began, proved


_wrap_protocols()
_wrap_live_updates()
_wrap_hosts()
_wrap_the_rest()


class RecordingRunner(AcceptanceRunner):
    """The suite's runner; when everything has ended it writes the recording."""

    def _close(self) -> Any:
        recorder.hosts.clear()
        recorder.chapter(None)
        try:
            return super()._close()
        finally:
            place = Path(FILE)
            place.touch(mode=0o600)
            with place.open("wb") as file:
                pickle.dump(traffic.Recording(recorder.chapters), file)
