"""Who may be connected for live updates: with which token, and how many times."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from support.domain.live_update_promises import NOT_SIGNED_IN
from support.domain.people import Person
from support.drivers.websocket import Frame, Socket
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

TOO_MANY = (4429, "too_many_connections")
TOO_MUCH = (4429, "rate_limited")


class Connections:
    """Connections that people open to see whether they may. All are closed after the scenario."""

    def __init__(self, world: World):
        self._world = world
        self._held: list[Socket] = []
        self._tried: Socket | None = None

    def try_to_connect(self, person: Person, token: str | None) -> None:
        """Open a connection with this token, or without any, whatever becomes of it."""
        socket = Socket(self._world.target.websocket_url, self._world.evidence, person.name, token=token,
                        headers=self._world.trace.headers())
        self._world.clean_up(f"close a connection of {person.name}'s", socket.close)
        self._tried = socket

    def hold(self, person: Person, count: int) -> None:
        """Open so many connections, each of which is greeted."""
        for _ in range(count):
            self.try_to_connect(person, person.access_token)
            self._greeting(self._tried)
            self._held.append(self._tried)

    def ping_without_pause(self, times: int) -> None:
        """So many pings on the connection that was opened last, whatever becomes of them."""
        self._tried = self._held[-1]
        for _ in range(times):
            self._tried.send("ping")

    def require_flood_ended(self, answered: int, warned: int) -> None:
        """So many pings were answered, then so many refused as too many, and the next one ended the connection.

        :raises Finding: showing what came.
        """
        code, _ = TOO_MUCH
        expected = [("connected", None, None), *[("pong", None, None)] * answered, *[("error", *TOO_MUCH)] * (warned + 1)]
        self._tried.await_frame("an answer to each ping", lambda frame: True, self._world.await_seconds, len(expected) - 1)
        self._require_told(self._tried, expected)
        closed, _ = self._tried.await_close(self._world.await_seconds)
        self._require_told(self._tried, expected)
        if closed != code:
            raise Finding(f"{self._tried.owner} should be disconnected with {code}, and was with {closed}")

    def require_greeted(self, person: Person) -> None:
        """The connection is the person's, and nothing of the token was sent back.

        :raises Finding: when it is somebody else's, or the handshake's answer holds the token.
        """
        frame = self._greeting(self._tried)
        if frame.data.get("person_id") != person.id:
            raise Finding(f"the connection should be {person.name}'s, and is of the person {frame.data.get('person_id')}")
        told = [name for name, value in self._tried.answer_headers.items() if person.access_token in str(value)]
        if told or person.access_token in self._tried.transcript():
            raise Finding(f"{person.name}'s token should never be sent back, and is: {', '.join(told) or 'in a frame'}")

    def require_not_signed_in(self) -> None:
        """What was tried last was told that nobody is signed in, and nothing else, and was closed.

        :raises Finding: showing what came.
        """
        self._require_refused(NOT_SIGNED_IN)

    def require_one_too_many(self, person: Person) -> None:
        """What was tried last was refused as one too many, and everything that was held before is still answered.

        :raises Finding: naming what is not so.
        """
        self._require_refused(TOO_MANY)
        for socket in self._held:
            start = len(socket.frames)
            socket.send("ping")
            socket.await_frame("the answer to a ping", lambda frame: frame.type == "pong", self._world.await_seconds, start)

    def _require_refused(self, why: tuple[int, str]) -> None:
        code, reason = why
        self._tried.await_frame(f"that it is {reason} ({code})", lambda frame: True, self._world.await_seconds)
        self._require_told(self._tried, [("error", code, reason)])
        closed, _ = self._tried.await_close(self._world.await_seconds)
        self._require_told(self._tried, [("error", code, reason)])
        if closed != code:
            raise Finding(f"{self._tried.owner} should be disconnected with {code}, and was with {closed}")

    def _require_told(self, socket: Socket, expected: list[tuple]) -> None:
        seen = [(frame.type, frame.data.get("code"), frame.data.get("reason")) for frame in socket.frames]
        if seen != expected:
            raise Finding(f"{socket.owner} should be told {_in_words(expected)} and nothing else, and was told "
                          f"{_in_words(seen)}:\n{socket.transcript()}")

    def _greeting(self, socket: Socket) -> Frame:
        return socket.await_frame("a greeting", lambda frame: frame.type == "connected", self._world.await_seconds)


def _in_words(told: list[tuple]) -> str:
    counts = Counter(" ".join(str(word) for word in each if word is not None) for each in told)
    return ", ".join(f"{words} ({count} times)" if count > 1 else words for words, count in counts.items()) or "nothing"
