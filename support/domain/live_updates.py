"""Live updates: who watches what, and what they see of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from support.domain.comparing import differences
from support.domain.mission_findings import words_of
from support.domain.missions import Mission
from support.domain.people import Person
from support.drivers.websocket import Frame, Socket
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

FRAME_WITHIN = 1.0  # seconds after the commit: the platform's own promise
OWN_TIME = "2026-01-01T00:00:00Z"
CLOCK_TOLERANCE = timedelta(milliseconds=1)  # the platform states its time in milliseconds


class LiveUpdates:
    """What people see as it happens. A watcher has one socket."""

    def __init__(self, world: World):
        self._world = world
        self._sockets: dict[str, Socket] = {}
        self._looks: list[tuple[Frame, dict]] = []  # what came, and what a reading showed at that moment
        self._pings: list[tuple[datetime, str | None, Frame]] = []

    @property
    def sockets(self) -> list[Socket]:
        """Every socket that a person of this scenario has opened."""
        return list(self._sockets.values())

    @property
    def watchers(self) -> list[Person]:
        """Everybody of this scenario who has a connection."""
        return [self._world.people[name] for name in self._sockets]

    def connect(self, person: Person) -> Socket:
        """The person's own connection: opened and greeted; closed after the scenario."""
        if person.name not in self._sockets:
            socket = Socket(self._world.target.websocket_url, self._world.evidence, person.name,
                            token=person.access_token, headers=self._world.trace.headers())
            self._world.clean_up(f"close {person.name}'s live updates", socket.close)
            self._sockets[person.name] = socket
            socket.await_frame("a greeting", lambda frame: frame.type == "connected", self._world.await_seconds)
        return self._sockets[person.name]

    def watch(self, person: Person, mission: Mission) -> Frame:
        """Subscribe to the mission; answers the frame with its present state."""
        topic = self.topic(mission)
        socket = self.connect(person)
        start = len(socket.frames)
        socket.send("subscribe", topics=[topic])
        return socket.await_frame(f"the present state of {mission.name}",
                                  lambda frame: frame.type == "state" and frame.topic == topic,
                                  self._world.await_seconds, start)

    def watch_and_look(self, person: Person, mission: Mission) -> None:
        """Subscribe, and from then on read the mission the moment that a frame says something of it."""
        def look(frame: Frame) -> None:
            if frame.topic == self.topic(mission) and frame.type == "mission.status":
                self._looks.append((frame, self._world.missions.record(mission, person)))

        self.watch(person, mission)
        self.connect(person).on_frame = look

    def require_already_so(self, person: Person, mission: Mission) -> None:
        """Each time the person was told of a new state, a reading at that moment showed it, or a later one.

        :raises Finding: naming the first that did not.
        """
        told = [frame.data["new_status"] for frame in self.seen(person, mission, "mission.status")]
        versions = [frame.data["seq"] for frame, _ in self._looks]
        if len(self._looks) != len(told) or not told or versions != sorted(versions):
            raise Finding(f"{person.name} should be told of each change once and in order: {told}, and looked at "
                          f"{len(self._looks)}")
        for number, (frame, record) in enumerate(self._looks):
            if record["status"] not in told[number:]:
                raise Finding(f"{person.name} was told that {mission.name} is {frame.data['new_status']}, and it still read "
                              f"as {record['status']} at that moment: what is seen should already be so")

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

    def status_changes(self, person: Person, mission: Mission) -> list[tuple[str, str]]:
        """(from, to) of every change of state that the person has seen."""
        return [(frame.data["old_status"], frame.data["new_status"])
                for frame in self.seen(person, mission, "mission.status")]

    def phases(self, person: Person, mission: Mission) -> list[str]:
        """The phases that the person has seen the mission pass, each once, in order."""
        shown = [frame.data.get("phase") for frame in self.seen(person, mission, "mission.progress")]
        return list(dict.fromkeys(phase for phase in shown if phase))

    def require_no_gap(self, person: Person, mission: Mission) -> None:
        """Every change was seen once and in order: the numbers of the frames go up by one, from the state's on.

        :raises Finding: showing the numbers as they came.
        """
        frames = [frame for frame in self.connect(person).frames if frame.topic == self.topic(mission)]
        numbers = [frame.data.get("seq") for frame in frames]
        if None in numbers or not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            raise Finding(f"{person.name} should see each change of {mission.name} once and in order, "
                          f"and saw the numbers {numbers}:\n{self.connect(person).transcript()}")

    def require_told(self, person: Person, mission: Mission, expected: list[tuple[str, str]]) -> None:
        """Progress apart, the person sees exactly these changes in this order, up to the last: (of what, how it stands).

        :raises Finding: showing what was seen.
        """
        kind, stand = expected[-1]
        self.connect(person).await_frame(
            f"the {kind} of {mission.name}, {stand}",
            lambda frame: frame.topic == self.topic(mission) and _told(frame) == (kind, stand), FRAME_WITHIN)
        self.ping(person)  # the last change may come twice too
        told = [_told(frame) for frame in self.seen(person, mission) if frame.type != "mission.progress"]
        if told != expected:
            raise Finding(f"{person.name} should see of {mission.name} {_told_in_words(expected)}, and saw "
                          f"{_told_in_words(told)}:\n{self.connect(person).transcript()}")

    def require_as_read(self, person: Person, mission: Mission) -> None:
        """The last frame of each target, finding and approval says what a reading says now.

        :raises Finding: naming what differs.
        """
        missions, approvals = self._world.missions, self._world.approvals
        read = {record["id"]: record for record in (*missions.targets(mission), *missions.findings(mission),
                                                    *approvals.listed(mission))}
        shown = {frame.data["id"]: frame.data for frame in self.seen(person, mission) if frame.data.get("id") in read}
        different = [differences(record, shown.get(identifier, {})) for identifier, record in read.items()]
        if any(different):
            raise Finding(f"what {person.name} saw last of {mission.name} should be what can be read: "
                          + "; ".join(filter(None, different)))

    def require_rising_progress(self, person: Person, mission: Mission) -> None:
        """The person sees the mission's progress go from 0 to 100 in several steps, none of them back.

        :raises Finding: showing the figures that were seen.
        """
        self.await_change(person, mission, "mission.status", new_status="completed")
        seen = [frame.data["progress"] for frame in self.seen(person, mission, "mission.progress")]
        if seen != sorted(seen) or (seen[:1], seen[-1:]) != ([0], [100]) or len(set(seen)) < 3:
            raise Finding(f"{person.name} should see the progress of {mission.name} rise from 0 to 100 step by step, "
                          f"and saw {seen}")

    def require_ended(self, person: Person, mission: Mission, reason: str) -> None:
        """The person is told that the mission was deleted, then that the subscription ended for this reason.

        :raises Finding: when either does not come in time.
        """
        self.await_change(person, mission, "mission.deleted")
        topic = self.topic(mission)
        self.connect(person).await_frame(
            f"the end of what is to be seen of {mission.name}, since it is {reason}",
            lambda frame: frame.type == "unsubscribed" and frame.data.get("topics") == [topic]
            and frame.data.get("reason") == reason, FRAME_WITHIN)

    def require_phases(self, person: Person, mission: Mission, expected: list[str]) -> None:
        """The person saw the mission pass these phases, in this order, up to its end.

        :raises Finding: showing the phases that were seen.
        """
        self.await_change(person, mission, "mission.status", new_status="completed")
        seen = self.phases(person, mission)
        if seen != expected:
            raise Finding(f"{person.name} should see {mission.name} pass the phases {', '.join(expected)}, "
                          f"and saw {', '.join(seen) or 'none'}:\n"
                          f"{self.connect(person).transcript()}")

    def require_status_changes(self, person: Person, mission: Mission, expected: list[tuple[str, str]]) -> None:
        """The person comes to see exactly these changes of state, the last of them in time, up to an answered ping.

        :raises Finding: showing the changes that were seen.
        """
        old, new = expected[-1]
        self.await_change(person, mission, "mission.status", old_status=old, new_status=new)
        self.ping(person)  # the last change may come twice too
        seen = self.status_changes(person, mission)
        if seen != expected:
            raise Finding(f"{person.name} should see {mission.name} change {_in_words(expected)}, "
                          f"and saw it change {_in_words(seen)}")
        self._require_in_time(person, mission)

    def _require_in_time(self, person: Person, mission: Mission) -> None:
        """Each change that somebody brought about came within a second of the answer, and so of its commit."""
        frames = self.seen(person, mission, "mission.status")
        for frame, (verb, answered_at) in zip(frames, mission.changes.items(), strict=True):
            late = (frame.received - answered_at).total_seconds()
            if late > FRAME_WITHIN:
                raise Finding(f"{person.name} should see the {verb} of {mission.name} within {FRAME_WITHIN:g} s, "
                              f"and saw it {late:.2f} s after it was answered")

    def require_no_change_of(self, person: Person, mission: Mission) -> None:
        """No change of the mission came, up to an answered ping.

        :raises Finding: showing the changes.
        """
        self.ping(person)
        seen = self.seen(person, mission)
        if seen:
            raise Finding(f"{person.name} should see no change of {mission.name}, and saw:\n" + "\n".join(map(str, seen)))

    def require_nothing_of(self, person: Person, mission: Mission) -> None:
        """Not one frame of the mission came, up to an answered ping.

        :raises Finding: showing the frames.
        """
        self.ping(person)
        frames = [frame for frame in self.connect(person).frames if frame.topic == self.topic(mission)]
        if frames:
            raise Finding(f"{person.name} should see nothing of {mission.name}, and saw:\n" + "\n".join(map(str, frames)))

    def ping_three_times(self, person: Person) -> None:
        """Ping without, with and without a time of one's own; the moments and the answers are kept."""
        times = (None, OWN_TIME, None)
        self._pings = [(datetime.now(UTC), time, self.ping(person, time)) for time in times]

    def require_pongs(self, person: Person) -> None:
        """Each answer has exactly the members that it should, a server's time not before the ping, and the own time
        where one was sent.

        :raises Finding: showing the answer that differs.
        """
        for sent_at, own_time, pong in self._pings:
            members = {"server_time"} | ({"client_time"} if own_time else set())
            server_time = datetime.fromisoformat(pong.data.get("server_time", "0001-01-01T00:00:00Z"))
            if (set(pong.content) != {"type", "topic", "at", "data"} or set(pong.data) - {"seq"} != members
                    or pong.data.get("client_time") != own_time or server_time < sent_at - CLOCK_TOLERANCE):
                raise Finding(f"{person.name}'s ping of {sent_at:%H:%M:%S.%f} with the own time {own_time} should be "
                              f"answered with {sorted(members)}, the server's time not before it, and was with: {pong}")

    def ping(self, person: Person, own_time: str | None = None) -> Frame:
        """The answer to a ping."""
        socket = self.connect(person)
        start = len(socket.frames)
        socket.send("ping", **({"client_time": own_time} if own_time else {}))
        return socket.await_frame("the answer to a ping", lambda frame: frame.type == "pong", self._world.await_seconds,
                                  start)

    @staticmethod
    def topic(mission: Mission) -> str:
        return f"mission:{mission.id}"


def _told(frame: Frame) -> tuple[str, str]:
    """What a change is of, and how that stands then, in the words of a feature."""
    kind, data = frame.type.removeprefix("mission."), frame.data
    return kind, {"status": lambda: data["new_status"], "finding": lambda: words_of(data),
                  "goal": lambda: f"{data['name']} {data['status']}"}.get(kind, lambda: data.get("status", ""))()


def _told_in_words(told: list[tuple[str, str]]) -> str:
    return ", ".join(f"{kind} {stand}" for kind, stand in told) or "nothing"


def _in_words(changes: list[tuple[str, str]]) -> str:
    return ", ".join(f"from {old} to {new}" for old, new in changes) or "not at all"
