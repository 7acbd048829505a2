"""Live updates: who watches what, and what they see of it."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from support.domain.live_update_promises import FRAME_WITHIN, TENANT, LiveUpdatePromises
from support.domain.missions import Mission
from support.domain.people import Person
from support.drivers.websocket import Frame, Socket

if TYPE_CHECKING:
    from support.world import World

OWN = "me"  # the topic of what concerns its person alone
OWN_TIME = "2026-01-01T00:00:00Z"


class LiveUpdates(LiveUpdatePromises):
    """What people see as it happens. A watcher has one socket, and others only where a scenario speaks of them."""

    def __init__(self, world: World):
        self._world = world
        self._opened: list[Socket] = []
        self._sockets: dict[str, Socket] = {}  # each watcher's own
        self._second: dict[str, Socket] = {}  # a second one, opened elsewhere
        self._tried: dict[str, Socket] = {}  # one that may have been turned away
        self._looks: list[tuple[Frame, dict]] = []  # what came, and what a reading showed at that moment
        self._pings: list[tuple[datetime, str | int | None, Frame]] = []

    @property
    def sockets(self) -> list[Socket]:
        """Every socket that a person of this scenario has opened."""
        return list(self._opened)

    @property
    def watchers(self) -> list[Person]:
        """Everybody of this scenario who has a connection."""
        return [self._world.people[name] for name in self._sockets]

    def connect(self, person: Person) -> Socket:
        """The person's own connection: opened and greeted; closed after the scenario."""
        if person.name not in self._sockets:
            self._sockets[person.name] = self._open(person)
        return self._sockets[person.name]

    def let_go(self, person: Person) -> None:
        """The person's connection breaks; the next that is spoken of is another one."""
        self._sockets.pop(person.name).close()

    def connect_anew(self, person: Person) -> Socket:
        """One more connection of the person: opened and greeted; closed after the scenario."""
        return self._open(person)

    def _open(self, person: Person, url: str | None = None) -> Socket:
        socket = self._begin(person, url)
        socket.await_frame("a greeting", lambda frame: frame.type == "connected", self._world.await_seconds)
        return socket

    def _begin(self, person: Person, url: str | None = None) -> Socket:
        """A connection, whatever becomes of it. ``url``: at another process of the platform."""
        socket = Socket(url or self._world.target.websocket_url, self._world.evidence, person.name,
                        token=person.access_token, headers=self._world.trace.headers())
        self._world.clean_up(f"close {person.name}'s live updates", socket.close)
        self._opened.append(socket)
        return socket

    def watch_own(self, person: Person) -> None:
        """Subscribe to what concerns the person alone."""
        self.subscribe(self.connect(person), OWN, f"what concerns {person.name}")

    def try_to_connect(self, person: Person) -> None:
        """Connect, whatever becomes of it."""
        self._tried[person.name] = self._begin(person)

    def watch(self, person: Person, mission: Mission) -> Frame:
        """Subscribe to the mission; answers the frame with its present state."""
        return self.subscribe(self.connect(person), self.topic(mission), mission.name)

    def watch_elsewhere(self, person: Person, mission: Mission) -> None:
        """Subscribe to the mission on a second connection too."""
        self._second[person.name] = self._open(person)
        self.subscribe(self._second[person.name], self.topic(mission), mission.name)

    def watch_tenant(self, person: Person, url: str | None = None) -> None:
        """Subscribe to all that concerns the person's tenant. ``url``: at another process of the platform."""
        if url is not None:
            self._sockets[person.name] = self._open(person, url)
        self.subscribe(self.connect(person), TENANT, f"the tenant {person.tenant.name}")

    def watch_me(self, person: Person) -> None:
        """Subscribe to all that concerns the person alone."""
        self.subscribe(self.connect(person), "me", f"what is {person.name}'s own")

    def subscribe(self, socket: Socket, topic: str, words: str) -> Frame:
        """Subscribe to a topic on this connection; answers the frame with its present state."""
        start = len(socket.frames)
        socket.send("subscribe", topics=[topic])
        return socket.await_frame(f"the present state of {words}",
                                  lambda frame: frame.type == "state" and frame.topic == topic,
                                  self._world.await_seconds, start)

    def try_to_watch(self, person: Person, mission: Mission) -> None:
        """Subscribe to the mission, whatever becomes of it, on a connection of its own."""
        self.try_to_watch_topic(person, self.topic(mission))

    def try_to_watch_topic(self, person: Person, topic: str) -> None:
        """The same, of whatever record."""
        self._tried[person.name] = self._ask_to_watch(person, topic)

    def _ask_to_watch(self, person: Person, topic: str) -> Socket:
        socket = self._open(person)
        socket.send("subscribe", topics=[topic])
        return socket

    def watch_and_look(self, person: Person, mission: Mission) -> None:
        """Subscribe, and from then on read the mission the moment that a frame says something of it."""
        def look(frame: Frame) -> None:
            if frame.topic == self.topic(mission) and frame.type == "mission.status":
                self._looks.append((frame, self._world.missions.record(mission, person)))

        self.watch(person, mission)
        self.connect(person).on_frame = look

    def stop_watching(self, person: Person, mission: Mission) -> None:
        topic = self.topic(mission)
        socket = self.connect(person)
        start = len(socket.frames)
        socket.send("unsubscribe", topics=[topic])
        socket.await_frame(f"the end of the subscription to {mission.name}",
                           lambda frame: frame.type == "unsubscribed" and topic in frame.data.get("topics", []),
                           self._world.await_seconds, start)

    def await_change(self, person: Person, mission: Mission, frame_type: str, within: float = FRAME_WITHIN,
                     **expected: object) -> Frame:
        """A frame of the mission with these values in its data.

        :raises Finding: when none comes in time.
        """
        def fits(frame: Frame) -> bool:
            return (frame.type == frame_type and frame.topic == self.topic(mission)
                    and all(frame.data.get(name) == value for name, value in expected.items()))

        values = ", ".join(f"{name} {value}" for name, value in expected.items())
        words = f"{frame_type} of {mission.name}" + (f" with {values}" if values else "")
        return self.connect(person).await_frame(words, fits, within)

    def seen(self, person: Person, mission: Mission, frame_type: str = "") -> list[Frame]:
        """The changes of the mission that the person has seen so far, in order; the state at the start left out."""
        return [frame for frame in self.connect(person).frames
                if frame.topic == self.topic(mission) and frame.type.startswith(frame_type or "mission.")]

    def ping_three_times(self, person: Person) -> None:
        """Ping without, with and without a time of one's own; the moments and the answers are kept."""
        for time in (None, OWN_TIME, None):
            self.ping_at(person, time)

    def ping_at(self, person: Person, own_time: str | int | None) -> None:
        """Ping with this time of one's own, None without; the moment and the answer are kept."""
        self._pings.append((datetime.now(UTC), own_time, self.ping(person, own_time)))

    def ping(self, person: Person, own_time: str | int | None = None) -> Frame:
        """The answer to a ping."""
        socket = self.connect(person)
        start = len(socket.frames)
        socket.send("ping", **({} if own_time is None else {"client_time": own_time}))
        return socket.await_frame("the answer to a ping", lambda frame: frame.type == "pong", self._world.await_seconds,
                                  start)

    @staticmethod
    def topic(mission: Mission) -> str:
        return f"mission:{mission.id}"
