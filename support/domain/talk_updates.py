"""What people see of conversations as it happens: each message, on their own topic or on that of a mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from support.domain.live_update_promises import FRAME_WITHIN
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.conversations import Talk
    from support.domain.missions import Mission
    from support.domain.people import Person
    from support.drivers.websocket import Frame
    from support.world import World

OWN, OF_MISSION = "conversation.message", "mission.message"


class TalkUpdates:
    """Who watches what is said, and what they see of it."""

    def __init__(self, world: World):
        self._world = world
        self._read: list[list[dict]] = []  # what could be read when a message was told of

    def watch_and_look(self, person: Person, talk: Talk) -> None:
        """Subscribe to what is one's own, and read the conversation the moment that something is told of it."""
        def look(frame: Frame) -> None:
            if frame.type == OWN:
                self._read.append(self._world.conversations.messages(talk, person))

        updates = self._world.live_updates
        updates.watch_me(person)
        updates.connect(person).on_frame = look

    def require_told(self, person: Person, talk: Talk) -> None:
        """The person was told once of each message of the conversation, in order; each could be read already.

        :raises Finding: showing what was told.
        """
        messages = self._world.conversations.messages(talk)
        frames = self._frames(person, OWN, len(messages))
        told = [{name: frame.data.get(name) for name in ("conversation_id", "message_id", "sequence", "role")}
                for frame in frames]
        expected = [{"conversation_id": talk.id, "message_id": each["id"], "sequence": each["sequence"],
                     "role": each["role"]} for each in messages]
        if told != expected:
            raise Finding(f"{person.name} should be told of what was said in {talk.name}: {expected}, and was: {told}")
        early = [each["message_id"] for each, read in zip(told, self._read, strict=True)
                 if each["message_id"] not in [message["id"] for message in read]]
        if early:
            raise Finding(f"{person.name} was told of messages of {talk.name} before they could be read: {early}")

    def require_told_of_mission(self, person: Person, mission: Mission, talk: Talk) -> None:
        """Who watches the mission was told of each message of its chat, once and in order, as it then was.

        :raises Finding: showing what was told.
        """
        messages = self._world.conversations.messages(talk)
        told = [frame.data.get("message") for frame in self._frames(person, OF_MISSION, len(messages))]
        # The question was not answered yet when it was told.
        expected = [{**each, "state": each["state"] and "unanswered", "updated_at": None} for each in messages]
        if [{**(each or {}), "updated_at": None} for each in told] != expected:
            raise Finding(f"{person.name} should be told of what was said about {mission.name}: {expected}, and was: {told}")

    def require_told_nothing(self, person: Person) -> None:
        """:raises Finding: when the person was told of a message."""
        self._frames(person, OWN, 0)

    def _frames(self, person: Person, kind: str, count: int) -> list[Frame]:
        """So many frames of this type have come, and no more.

        :raises Finding: when more or fewer came.
        """
        socket = self._world.live_updates.connect(person)
        if count:
            socket.await_frame(f"message number {count}", lambda _: len(self._seen(socket, kind)) >= count, FRAME_WITHIN)
        self._world.await_quiet()
        self._world.live_updates.ping(person)  # whatever was sent before has come
        seen = self._seen(socket, kind)
        if len(seen) != count:
            raise Finding(f"{person.name} should be told of {count} messages, and was of {len(seen)}:\n"
                          f"{socket.transcript()}")
        return seen

    @staticmethod
    def _seen(socket: object, kind: str) -> list[Frame]:
        return [frame for frame in socket.frames if frame.type == kind]
