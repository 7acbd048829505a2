"""What must be true of live updates: what people should see, and what they should not."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import uuid4

from support.domain.comparing import differences
from support.domain.mission_findings import words_of
from support.domain.missions import Mission
from support.domain.people import Person
from support.drivers.websocket import Frame, Socket
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

FRAME_WITHIN = 1.0  # seconds after the commit: the platform's own promise
CLOCK_TOLERANCE = timedelta(milliseconds=1)  # the platform states its time in milliseconds
TENANT = "tenant"  # the topic of all that concerns a tenant
SIGNED_OUT_WITHIN = 5.0  # seconds until whoever is not signed in any more is disconnected: the platform's own promise
GOING_AWAY = 1001
NOT_SIGNED_IN, FORBIDDEN = (4401, "not_signed_in"), (4403, "forbidden")  # codes of error frame and close, and the reason
SUSPENDED = (4410, "tenant_suspended")


class LiveUpdatePromises:
    """Each ``require`` raises a Finding, in the product's words, when its promise is not kept."""

    _world: World
    _second: dict[str, Socket]
    _tried: dict[str, Socket]
    _looks: list[tuple[Frame, dict]]
    _pings: list[tuple[datetime, str | int | None, Frame]]

    def require_turned_away(self, person: Person, mission: Mission) -> None:
        """What the person tried to watch is forbidden, in exactly the words that are said of a mission that nobody has.

        :raises Finding: when it was shown, or refused in another way; or the connection is still open.
        """
        self.require_turned_away_from(person, mission.name, f"mission:{uuid4()}")

    def require_turned_away_from(self, person: Person, words: str, nobodys_topic: str) -> None:
        """The same, of whatever record: as from the topic of one that nobody has.

        :raises Finding: when it was shown, or refused in another way; or the connection is still open.
        """
        said = self._require_forbidden(self._tried[person.name], words)
        nobodys = "one that nobody has"
        of_nobodys = self._require_forbidden(self._ask_to_watch(person, nobodys_topic), nobodys)
        if said != of_nobodys:
            raise Finding(f"{person.name} should be turned away from {words} exactly as from {nobodys} "
                          f"({of_nobodys}), and was with {said}")

    def _require_forbidden(self, socket: Socket, words: str) -> list[tuple[str, dict]]:
        """All that was said after the greeting: an error frame, and then the connection was closed."""
        code, reason = FORBIDDEN
        frame = socket.await_frame(f"that {words} may not be watched", lambda frame: frame.type in ("error", "state"),
                                   self._world.await_seconds)
        if (frame.type, frame.data.get("code"), frame.data.get("reason")) != ("error", code, reason):
            raise Finding(f"{socket.owner} should be turned away from {words} as {reason} ({code}), and was not:\n"
                          f"{socket.transcript()}")
        self._require_closed(socket, code, self._world.await_seconds)
        return [(frame.type, frame.data) for frame in socket.frames if frame.type != "connected"]

    def require_signed_out(self, person: Person) -> None:
        """The person is told to be not signed in any more, and the connection is closed, within the promised time.

        :raises Finding: when it stays open, or is closed for another reason.
        """
        self._require_ended(self.connect(person), NOT_SIGNED_IN)

    def require_suspended(self, person: Person) -> None:
        """The same, since the person's tenant is suspended.

        :raises Finding: when it stays open, or is closed for another reason.
        """
        self._require_ended(self.connect(person), SUSPENDED)

    def require_turned_away_as_suspended(self, person: Person) -> None:
        """Who has just tried to connect was told so, and nothing else.

        :raises Finding: when the connection stays open, or something else was told.
        """
        socket = self._tried[person.name]
        self._require_ended(socket, SUSPENDED)
        if len(socket.frames) != 1:
            raise Finding(f"{person.name} should be told nothing but that the tenant is suspended:\n{socket.transcript()}")

    def require_still_connected(self, person: Person) -> None:
        """:raises Finding: when the person's connection was closed, or does not answer."""
        self.ping(person)

    def _require_ended(self, socket: Socket, why: tuple[int, str]) -> None:
        """The reason was told at last, and the connection is closed with its code within the promised time."""
        code, reason = why
        self._require_closed(socket, code, SIGNED_OUT_WITHIN)
        last = socket.frames[-1]
        if (last.type, last.data.get("code"), last.data.get("reason")) != ("error", code, reason):
            raise Finding(f"{socket.owner} should be told at last: {reason} ({code}), and was told: {last}")

    def require_left(self, person: Person) -> None:
        """The person's connection is closed because the platform goes away.

        :raises Finding: when it stays open, or is closed for another reason.
        """
        self._require_closed(self.connect(person), GOING_AWAY, self._world.await_seconds)

    def _require_closed(self, socket: Socket, code: int, within: float) -> None:
        closed, _ = socket.await_close(within)
        if closed != code:
            raise Finding(f"{socket.owner}'s connection should be closed with {code}, and was with {closed}:\n"
                          f"{socket.transcript()}")

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
        self.ping(person)  # the last change may come twice too
        self._require_no_gap_on(self.connect(person), mission)

    def require_all_seen_elsewhere(self, person: Person, mission: Mission) -> None:
        """The person's second connection shows each change once and in order, up to the mission's completion.

        :raises Finding: when the completion does not come in time; showing the numbers as they came.
        """
        socket, topic = self._second[person.name], self.topic(mission)
        socket.await_frame(f"on the second connection that {mission.name} has completed",
                           lambda frame: frame.topic == topic and frame.data.get("new_status") == "completed",
                           FRAME_WITHIN)
        self._require_no_gap_on(socket, mission)

    def _require_no_gap_on(self, socket: Socket, mission: Mission) -> None:
        frames = [frame for frame in socket.frames if frame.topic == self.topic(mission)]
        # whoever subscribes again is shown the state again, which is no change
        numbers = [frame.data.get("seq") for frame in frames[:1] + [each for each in frames[1:] if each.type != "state"]]
        if None in numbers or not numbers or numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            raise Finding(f"{socket.owner} should see each change of {mission.name} once and in order, "
                          f"and saw the numbers {numbers}:\n{socket.transcript()}")

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

    def require_watching_over(self, person: Person, mission: Mission, reason: str) -> None:
        """The person is told that the subscription ended for this reason.

        :raises Finding: when that does not come in time.
        """
        topic = self.topic(mission)
        self.connect(person).await_frame(
            f"the end of what is to be seen of {mission.name}, since it is {reason}",
            lambda frame: frame.type == "unsubscribed" and frame.data.get("topics") == [topic]
            and frame.data.get("reason") == reason, FRAME_WITHIN)

    def require_shown(self, person: Person, mission: Mission, state: str) -> None:
        """The first that the person saw of the mission is its present state, which is this one.

        :raises Finding: showing what came first.
        """
        first = next(frame for frame in self.connect(person).frames if frame.topic == self.topic(mission))
        if (first.type, first.data.get("status")) != ("state", state):
            raise Finding(f"{person.name} should be shown first that {mission.name} is {state}, and was: {first}")

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
        frames = [frame for frame in self.seen(person, mission, "mission.status") if _is_somebodys(frame)]
        for frame, (verb, answered_at) in zip(frames, mission.changes.items(), strict=True):
            late = (frame.received - answered_at).total_seconds()
            if late > FRAME_WITHIN:
                raise Finding(f"{person.name} should see the {verb} of {mission.name} within {FRAME_WITHIN:g} s, "
                              f"and saw it {late:.2f} s after it was answered")

    def require_told_at_tenant(self, person: Person, mission: Mission, expected: list[tuple[str, str]]) -> None:
        """Who watches the tenant comes to see exactly these changes of the mission's state, the last of them in time.

        :raises Finding: showing the changes that were seen.
        """
        def changes() -> list[tuple[str, str]]:
            return [(frame.data["old_status"], frame.data["new_status"]) for frame in self.connect(person).frames
                    if (frame.topic, frame.type) == (TENANT, "mission.status")
                    and frame.data.get("mission_id") == mission.id]

        self.connect(person).await_frame(
            f"at {person.tenant.name} that {mission.name} is {expected[-1][1]}",
            lambda frame: frame.topic == TENANT and frame.data.get("mission_id") == mission.id
            and frame.data.get("new_status") == expected[-1][1], FRAME_WITHIN)
        self.ping(person)  # the last change may come twice too
        if changes() != expected:
            raise Finding(f"{person.name} should see at {person.tenant.name} that {mission.name} changes "
                          f"{_in_words(expected)}, and saw it change {_in_words(changes())}")

    def require_told_nothing_at_tenant(self, person: Person, mission: Mission) -> None:
        """Who watches the tenant was told nothing that names the mission, up to an answered ping.

        :raises Finding: showing what was told.
        """
        self.ping(person)
        told = [str(frame) for frame in self.connect(person).frames if mission.id in str(frame)]
        if told:
            raise Finding(f"{person.name} should be told nothing of {mission.name} at {person.tenant.name}, and was:\n"
                          + "\n".join(told))

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

    def require_pongs(self, person: Person) -> None:
        """Each answer has exactly the members that it should, a server's time not before the ping, and the own time
        where one was sent.

        :raises Finding: showing the answer that differs.
        """
        for sent_at, own_time, pong in self._pings:
            members = {"server_time"} | (set() if own_time is None else {"client_time"})
            server_time = datetime.fromisoformat(pong.data.get("server_time", "0001-01-01T00:00:00Z"))
            if (set(pong.content) != {"type", "topic", "at", "data"} or set(pong.data) - {"seq"} != members
                    or pong.data.get("client_time") != own_time or server_time < sent_at - CLOCK_TOLERANCE):
                raise Finding(f"{person.name}'s ping of {sent_at:%H:%M:%S.%f} with the own time {own_time} should be "
                              f"answered with {sorted(members)}, the server's time not before it, and was with: {pong}")


def _is_somebodys(frame: Frame) -> bool:
    """Whether a change of state is one that somebody asked for by a verb: what ends by itself and decisions are none."""
    old, new = frame.data["old_status"], frame.data["new_status"]
    return new in ("paused", "stopped") or (new == "running" and old != "awaiting_approval")


def _told(frame: Frame) -> tuple[str, str]:
    """What a change is of, and how that stands then, in the words of a feature."""
    kind, data = frame.type.removeprefix("mission."), frame.data
    return kind, {"status": lambda: data["new_status"], "finding": lambda: words_of(data),
                  "goal": lambda: f"{data['name']} {data['status']}"}.get(kind, lambda: data.get("status", ""))()


def _told_in_words(told: list[tuple[str, str]]) -> str:
    return ", ".join(f"{kind} {stand}" for kind, stand in told) or "nothing"


def _in_words(changes: list[tuple[str, str]]) -> str:
    return ", ".join(f"from {old} to {new}" for old, new in changes) or "not at all"
