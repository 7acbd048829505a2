"""What a run exchanged with the platform, its datastores and the hosts that it surveys, as it is kept and replayed.

Where a text holds something that the platform made (an id, a token, a row of the baseline) or a host's address, it is a
``Template`` once ``binding`` has been through: the replay has values of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

Text = Any  # str, or Template


@dataclass
class Template:
    """Texts and numbers of values in turn."""

    parts: tuple[str | int | tuple[int, str], ...]  # (number, "sql"): quoted as within an SQL text


@dataclass
class Event:
    """One thing that was done. ``learns``: paths into its answer, and the numbers of the values found there."""

    learns: list[tuple[tuple[Any, ...], int]] = field(default_factory=list, kw_only=True)


@dataclass
class Ask(Event):
    """One HTTP request and its answer."""

    method: str
    url: Text
    headers: dict[str, Text]
    body: Text | bytes
    status: int = 0
    answer: bytes = b""
    answer_headers: dict[str, str] = field(default_factory=dict)
    sender: str | None = None  # the address that it comes from, where that is one of its own


@dataclass
class Query(Event):
    """A statement with parameters (``%(name)s``), and its rows."""

    database: int
    statement: Text
    parameters: dict[str, Any]
    answer: Any = None


@dataclass
class Script(Event):
    """Several statements in one round trip; ``prepared``: one that is planned once."""

    database: int
    statement: Text
    prepared: bool = False
    answer: Any = None


@dataclass
class Batch(Event):
    """Several statements in one round trip, of which some are planned once, and the rows of each."""

    database: int
    statements: list[Text]
    prepared: list[bool]
    answer: Any = None


@dataclass
class Disconnect(Event):
    """A connection to PostgreSQL is given back."""

    database: int


@dataclass
class Redis(Event):
    """One command, or a pipeline of them, on a logical database."""

    number: int
    commands: list[tuple[Any, ...]]
    pipeline: bool = False
    transaction: bool = False
    answer: Any = None


@dataclass
class Connect(Event):
    """A WebSocket is opened."""

    socket: int
    headers: list[Text]


@dataclass
class Send(Event):
    """A text frame is sent."""

    socket: int
    text: Text


@dataclass
class AwaitFrame(Event):
    """A frame is awaited: from the first on, or from the last that had come when something was sent."""

    socket: int
    since_sent: bool
    answer: dict[str, Any] = field(default_factory=dict)


@dataclass
class AwaitClose(Event):
    """The platform's closing of a WebSocket is awaited."""

    socket: int


@dataclass
class Leave(Event):
    """A WebSocket is closed."""

    socket: int


@dataclass
class Host(Event):
    """A host to be surveyed is opened; value ``address`` is where."""

    host: int
    address: Any  # as recorded; the number of the value once bound


@dataclass
class HostDoes(Event):
    """Something is done to a host (``hold``, ``release``, ``close``, ``await_asked`` …)."""

    host: int
    what: str
    arguments: tuple[Any, ...] = ()


@dataclass
class HostShows(Event):
    """What a host answers from now on."""

    host: int
    shown: dict[str, Any]


@dataclass
class Forge(Event):
    """A token made of another one, in which some claims are different."""

    token: Any
    claims: dict[str, Any]
    source: int = -1  # the number of the value that is the other one


@dataclass
class AtOnce(Event):
    """Several lists of events, in threads that start together."""

    lists: list[list[Event]]


@dataclass
class Poll(Event):
    """The same looks again and again, less and less often, until they show what the last one showed."""

    looks: list[list[Event]]
    shortest: float
    longest: float


@dataclass
class Pause(Event):
    """A wait until so many seconds after the end of the event before."""

    seconds: float


@dataclass
class Chapter:
    """The events of one scenario with its reset, or of what comes before and after all of them."""

    place: tuple[str, int] | None  # path and line of the scenario
    events: list[Event] = field(default_factory=list)


@dataclass
class Recording:
    """A whole run. ``values``: how many there are to be learnt."""

    chapters: list[Chapter]
    values: int = 0
