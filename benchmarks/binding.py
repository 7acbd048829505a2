"""Finds in a recording which texts the platform made and the suite then used, so that a replay can use its own."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from typing import Any
from uuid import UUID

from benchmarks import traffic
from benchmarks.traffic import Event, Recording, Template

# Ids, tokens, addresses of hosts: what may have to be another one in the replay.
_WORD = re.compile(r"\d+\.\d+\.\d+\.\d+:\d+|[A-Za-z0-9_-]{16,}(?:\.[A-Za-z0-9_-]+)*")
_ANSWER_HEADERS = ("etag", "location")


def bind(recording: Recording, places: set[tuple[str, int]]) -> Recording:
    """The recording with templates for texts; of the scenarios only those at ``places``, each knowing the events before
    all scenarios and its own."""
    chapters = [each for each in recording.chapters if each.place is None or each.place in places]
    binder = _Binder()
    for chapter in chapters:
        known = (dict(binder.values), dict(binder.rows))
        chapter.events = binder.bind(chapter.events)
        if chapter.place is not None:
            binder.values, binder.rows = known
    for event in _all(event for chapter in chapters for event in chapter.events):
        event.learns = [(path, number) for path, number in event.learns if number in binder.used]
    return Recording(chapters, binder.count)


class _Binder:
    def __init__(self) -> None:
        self.count = 0
        self.used: set[int] = set()
        self.values: dict[str | bytes, int] = {}
        self.rows: dict[str, int] = {}  # texts of the baseline within SQL, as they stand there
        self._said: set[str] = set()

    def bind(self, events: list[Event]) -> list[Event]:
        for event in events:
            getattr(self, f"_{type(event).__name__.lower()}", lambda _: None)(event)
        return events

    # What is sent

    def _ask(self, event: traffic.Ask) -> None:
        event.url = self._template(event.url)
        event.headers = {name: self._template(value) for name, value in event.headers.items()}
        if event.body:
            with suppress(UnicodeDecodeError):
                event.body = self._template(event.body.decode())
        try:
            said = json.loads(event.answer)
        except ValueError:
            said = None
        self._learn(event, said)
        for name in _ANSWER_HEADERS:
            if name in event.answer_headers:
                self._learn(event, event.answer_headers[name], ("headers", name))

    def _query(self, event: traffic.Query) -> None:
        event.parameters = {name: self._value(value) for name, value in event.parameters.items()}
        self._learn(event, event.answer)

    def _script(self, event: traffic.Script) -> None:
        event.statement = self._sql(event.statement)
        for path, value in _leaves(event.answer):
            if isinstance(value, str) and (value.startswith("{") or re.fullmatch(r"\d+:-?\d+", value)) and value != "0:0":
                escaped = value.replace("\\", "\\\\").replace("'", "''") if "\\" in value else value.replace("'", "''")
                number = self._new(event, path)
                self.rows[escaped if value.startswith("{") else f"'{value}'"] = number
        self._learn(event, event.answer)

    def _batch(self, event: traffic.Batch) -> None:
        event.statements = [self._sql(statement) for statement in event.statements]
        self._learn(event, event.answer)

    def _redis(self, event: traffic.Redis) -> None:
        event.commands = [tuple(self._value(word) for word in command) for command in event.commands]
        for path, value in _leaves(event.answer):
            # What the server dumped of a key; names of keys are texts, and come in any order.
            if isinstance(value, bytes) and not value.isascii() and value not in self.values:
                self.values[value] = self._new(event, path)

    def _connect(self, event: traffic.Connect) -> None:
        event.headers = [self._template(line) for line in event.headers]

    def _send(self, event: traffic.Send) -> None:
        event.text = self._template(event.text)

    def _host(self, event: traffic.Host) -> None:
        self.values[event.address] = self.count
        event.address = self._new(event, None)

    def _hostshows(self, event: traffic.HostShows) -> None:
        headers = event.shown.get("headers")
        if headers:
            event.shown["headers"] = {name: self._template(value) for name, value in headers.items()}

    def _forge(self, event: traffic.Forge) -> None:
        def alike(token: str) -> int:
            said = _claims(token)
            return sum(said.get(name) == value for name, value in event.claims.items())

        tokens = [value for value in self.values if isinstance(value, str) and value.count(".") == 2]
        source = max(tokens, key=alike)
        event.source = self.values[source]
        self.used.add(event.source)
        event.claims = {name: value for name, value in event.claims.items() if _claims(source).get(name) != value}
        self.values[event.token] = self.count
        event.token = self._new(event, None)

    def _atonce(self, event: traffic.AtOnce) -> None:
        for events in event.lists:
            self.bind(events)

    def _poll(self, event: traffic.Poll) -> None:
        event.looks = [self.bind(event.looks[-1])] if event.looks else []

    # Values

    def _new(self, event: Event, path: tuple[Any, ...] | None) -> int:
        if path is not None:
            event.learns.append((path, self.count))
        else:
            self.used.add(self.count)
        self.count += 1
        return self.count - 1

    def _learn(self, event: Event, said: Any, above: tuple[Any, ...] = ()) -> None:
        for path, value in _leaves(said, above):
            value = str(value) if isinstance(value, UUID) else value
            if isinstance(value, str) and _WORD.fullmatch(value) and value not in self.values and value not in self._said:
                self.values[value] = self._new(event, path)

    def _value(self, value: Any) -> Any:
        if isinstance(value, bytes) and value in self.values:
            self.used.add(self.values[value])
            return Template((self.values[value],))
        if isinstance(value, bytes) and value.isascii():
            return self._template(value.decode())
        return self._template(value) if isinstance(value, str) else value

    def _sql(self, statement: str) -> traffic.Text:
        parts: list[Any] = [statement]
        for row, number in self.rows.items():
            quoted = row.startswith("'")
            for position in range(len(parts) - 1, -1, -1):
                if isinstance(parts[position], str) and row in parts[position]:
                    pieces = parts[position].split(row)
                    joined: list[Any] = [pieces[0]]
                    for piece in pieces[1:]:
                        joined += [*(("'", (number, "sql"), "'") if quoted else ((number, "sql"),)), piece]
                    parts[position:position + 1] = joined
                    self.used.add(number)
        found: list[Any] = []
        for part in parts:
            bound = self._template(part) if isinstance(part, str) else Template((part,))
            found += bound.parts if isinstance(bound, Template) else (bound,)
        return Template(tuple(found)) if any(not isinstance(part, str) for part in found) else "".join(found)

    def _template(self, words: str) -> traffic.Text:
        parts: list[str | int] = []
        end = 0
        for match in _WORD.finditer(words):
            number, start = self.values.get(match.group()), match.start()
            if number is None and match.group().startswith("access_token."):
                start += len("access_token.")
                number = self.values.get(words[start:match.end()])
            if number is None:
                self._said.add(match.group())
                continue
            self.used.add(number)
            parts += [words[end:start], number]
            end = match.end()
        return Template((*parts, words[end:])) if parts else words


def _claims(token: str) -> dict[str, Any]:
    body = token.split(".")[1]
    try:
        return json.loads(base64.urlsafe_b64decode(body + "=" * (-len(body) % 4)))
    except ValueError:
        return {}


def _leaves(said: Any, above: tuple[Any, ...] = ()) -> Iterator[tuple[tuple[Any, ...], Any]]:
    if isinstance(said, dict):
        for name, value in said.items():
            yield from _leaves(value, (*above, name))
    elif isinstance(said, list | tuple):
        for position, value in enumerate(said):
            yield from _leaves(value, (*above, position))
    else:
        yield above, said


def _all(events: Any) -> Iterator[Event]:
    for event in events:
        yield event
        if isinstance(event, traffic.AtOnce):
            yield from _all(each for events in event.lists for each in events)
        elif isinstance(event, traffic.Poll):
            yield from _all(each for events in event.looks for each in events)
