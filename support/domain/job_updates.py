"""Live updates of jobs: who watches one, and what they see of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import uuid4

from support.domain.comparing import differences
from support.domain.people import Person
from support.drivers.websocket import Frame
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.jobs import Job
    from support.world import World

TENANT = "tenant"
SHOWN = ("job_id", "status", "progress")  # what every frame says
TOLD = {"dispatched": ("task_id", "delay_seconds"), "progress": ("current_step",), "completed": ("result",),
        "failed": ("error",), "cancelled": (), "deleted": ()}  # and what more each kind says


class JobUpdates:
    """What people see of jobs as it happens, each on their own connection."""

    def __init__(self, world: World):
        self._world = world

    def watch(self, person: Person, job: Job) -> Frame:
        """Subscribe to the job; the frame with its present state."""
        updates = self._world.live_updates
        return updates.subscribe(updates.connect(person), topic(job), job.name)

    def try_to_watch(self, person: Person, topic_: str) -> None:
        self._world.live_updates.try_to_watch_topic(person, topic_)

    def require_turned_away(self, person: Person, words: str) -> None:
        """What the person tried to watch is forbidden, in exactly the words that are said of one that nobody has.

        :raises Finding: when it was shown, or refused in another way; or the connection is still open.
        """
        self._world.live_updates.require_turned_away_from(person, words, f"job:{uuid4()}")

    def frames(self, person: Person, job: Job, topic_: str = "") -> list[Frame]:
        """All that the person has seen on the job's topic so far, its states included. ``topic_``: on another topic, of
        which only what tells of the job is looked at."""
        seen = self._world.live_updates.connect(person).frames
        if not topic_:
            return [frame for frame in seen if frame.topic == topic(job)]
        return [frame for frame in seen if frame.topic == topic_ and frame.data.get("job_id") == job.record["id"]]

    def require_shown(self, person: Person, job: Job, expected: dict[str, Any]) -> None:
        """What the person was shown first, last time, is how far the job was, with its result and error, and these values.

        :raises Finding: naming what differs.
        """
        states = [frame for frame in self.frames(person, job) if frame.type == "state"]
        record = self._world.jobs.record(job)
        whole = {"job_id": record["id"], "result": record["result"], "error": record["error"], **expected}
        different = differences(whole, states[-1].data)
        keys = {*self._world.jobs.progress(job), "result", "error", "seq"}
        if different or states[-1].data.keys() != keys:
            raise Finding(f"{person.name} should be shown first how {job.name} stands: {different or states[-1].data}")

    def require_told(self, person: Person, job: Job, expected: list[dict[str, str]], topic_: str = "",
                     within: float | None = None) -> None:
        """The person sees exactly these changes, in this order and without a gap: of each what it is, the state and the
        percentage, and what its kind says more. ``within``: seconds from now, where that is promised.

        :raises Finding: showing what was seen.
        """
        socket = self._world.live_updates.connect(person)
        if expected:
            socket.await_frame(f"change number {len(expected)} of {job.name}",
                               lambda _: len(self._changes(person, job, topic_)) >= len(expected),
                               within or self._world.await_seconds)
        self._world.await_quiet()
        self._world.live_updates.ping(person)  # the last change may come twice too
        changes = self._changes(person, job, topic_)
        seen = [{name: words_of(frame, name) for name in (expected[0] if expected else {})} for frame in changes]
        if seen != expected or (not expected and changes):
            raise Finding(f"{person.name} should see of {job.name}\n  {expected}, and saw\n  {seen}:\n{socket.transcript()}")
        for frame in changes:
            kind = frame.type.removeprefix("job.")
            if frame.data.keys() != {*SHOWN, *TOLD[kind], "seq"}:
                raise Finding(f"a change of {job.name} should say {SHOWN} and {TOLD[kind]}, and says {frame.data}")
        if not topic_:
            self._require_no_gap(person, job)

    def _require_no_gap(self, person: Person, job: Job) -> None:
        numbers = [frame.data["seq"] for frame in self.frames(person, job)]
        if numbers and numbers != list(range(numbers[0], numbers[0] + len(numbers))):
            raise Finding(f"{person.name} should see each change of {job.name} once and in order, and saw {numbers}")

    def require_result_seen(self, person: Person, job: Job) -> None:
        """:raises Finding: when the end that the person saw says another result or error than the record."""
        last, record = self._changes(person, job)[-1], self._world.jobs.record(job)
        expected = {"status": record["status"], **{name: record[name] for name in ("result", "error") if record[name]}}
        different = differences(expected, last.data)
        if different:
            raise Finding(f"what {person.name} saw last of {job.name} should be what can be read: {different}")

    def require_over(self, person: Person, job: Job, reason: str) -> None:
        """:raises Finding: when the person is not told in time that the watching has ended for this reason."""
        self._world.live_updates.connect(person).await_frame(
            f"the end of what is to be seen of {job.name}, since it is {reason}",
            lambda frame: frame.type == "unsubscribed" and frame.data == {"topics": [topic(job)], "reason": reason},
            self._world.await_seconds)

    def _changes(self, person: Person, job: Job, topic_: str = "") -> list[Frame]:
        return [frame for frame in self.frames(person, job, topic_) if frame.type != "state"]


def topic(job: Job) -> str:
    return f"job:{job.record['id']}"


def words_of(frame: Frame, what: str) -> str:
    """What a frame says under a column of a feature's table."""
    value = frame.type.removeprefix("job.") if what == "what" else frame.data.get({"step": "current_step"}.get(what, what))
    return "" if value is None else str(value)
