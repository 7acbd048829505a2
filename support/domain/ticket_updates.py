"""Live updates of tickets: who watches one, and what they see of it."""

from __future__ import annotations

from typing import TYPE_CHECKING
from uuid import uuid4

from support.domain.comparing import differences
from support.domain.live_update_promises import FRAME_WITHIN
from support.domain.people import Person
from support.domain.tickets import Ticket
from support.drivers.websocket import Frame
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

# What a frame of a change says of the ticket itself.
SHOWN = ("id", "number", "status", "priority", "assignee_id", "due_at", "escalation_level", "version")


class TicketUpdates:
    """What people see of tickets as it happens, each on their own connection."""

    def __init__(self, world: World):
        self._world = world
        self._at_first: dict[tuple[str, str], dict] = {}  # (who, title) -> the record when the watching began

    def watch(self, person: Person, ticket: Ticket) -> None:
        """Subscribe to the ticket."""
        updates = self._world.live_updates
        self._at_first[person.name, ticket.title] = self._world.tickets.record(ticket)
        updates.subscribe(updates.connect(person), topic(ticket), ticket.title)

    def try_to_watch(self, person: Person, ticket: Ticket) -> None:
        """Subscribe to it, whatever becomes of that, on a connection of its own."""
        self._world.live_updates.try_to_watch_topic(person, topic(ticket))

    def require_turned_away(self, person: Person, ticket: Ticket) -> None:
        """What the person tried to watch is forbidden, in exactly the words that are said of one that nobody has.

        :raises Finding: when it was shown, or refused in another way; or the connection is still open.
        """
        self._world.live_updates.require_turned_away_from(person, ticket.title, f"ticket:{uuid4()}")

    def frames(self, person: Person, ticket: Ticket) -> list[Frame]:
        return [frame for frame in self._world.live_updates.connect(person).frames if frame.topic == topic(ticket)]

    def require_state_first(self, person: Person, ticket: Ticket) -> None:
        """The first that the person saw of the ticket is the whole record as it then was.

        :raises Finding: showing what came first.
        """
        first = self.frames(person, ticket)[0]
        different = differences(self._at_first[person.name, ticket.title], first.data)
        if first.type != "state" or different:
            raise Finding(f"{person.name} should be shown {ticket.title} first as it was, and was shown {first.type}: "
                          f"{different or first.data}")

    def require_told(self, person: Person, ticket: Ticket, expected: list[str]) -> None:
        """The person sees exactly these changes, in this order, without a gap: each the names of the fields that changed,
        or "comment". The last change says of the ticket what a reading says now.

        :raises Finding: showing what was seen.
        """
        socket = self._world.live_updates.connect(person)
        if expected:
            socket.await_frame(f"change number {len(expected)} of {ticket.title}",
                               lambda _: len(self._changes(person, ticket)) >= len(expected), FRAME_WITHIN)
        self._world.await_quiet()
        self._world.live_updates.ping(person)  # the last change may come twice too
        changes = self._changes(person, ticket)
        if [_words(frame) for frame in changes] != expected:
            raise Finding(f"{person.name} should see of {ticket.title} {expected}, and saw {list(map(_words, changes))}:\n"
                          f"{socket.transcript()}")
        numbers = [frame.data["seq"] for frame in self.frames(person, ticket)]
        if numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            raise Finding(f"{person.name} should see each change of {ticket.title} once and in order, and saw {numbers}")
        self._require_as_read(person, ticket)

    def _require_as_read(self, person: Person, ticket: Ticket) -> None:
        told = [frame.data for frame in self._changes(person, ticket) if frame.type == "ticket.changed"]
        record = self._world.tickets.record(ticket)
        different = differences({name: record[name] for name in SHOWN}, told[-1]) if told else ""
        if different:
            raise Finding(f"what {person.name} saw last of {ticket.title} should be what can be read: {different}")

    def require_over(self, person: Person, ticket: Ticket, reason: str) -> None:
        """:raises Finding: when the person is not told in time that the watching has ended for this reason."""
        self._world.live_updates.connect(person).await_frame(
            f"the end of what is to be seen of {ticket.title}, since it is {reason}",
            lambda frame: frame.type == "unsubscribed" and frame.data == {"topics": [topic(ticket)], "reason": reason},
            FRAME_WITHIN)

    def _changes(self, person: Person, ticket: Ticket) -> list[Frame]:
        return [frame for frame in self.frames(person, ticket) if frame.type != "state"]


def topic(ticket: Ticket) -> str:
    return f"ticket:{ticket.record['id']}"


def _words(frame: Frame) -> str:
    if frame.type == "ticket.changed":
        return ", ".join(sorted(each.removesuffix("_id") for each in frame.data["changes"]))
    return frame.type.removeprefix("ticket.")
