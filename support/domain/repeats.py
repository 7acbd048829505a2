"""Calls that are sent again with the key of the first: what is done once, and answered as at first."""

from __future__ import annotations

from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from support.awaiting import await_value
from support.domain.generations import V2
from support.domain.missions import Mission
from support.domain.outcomes import Outcome
from support.domain.people import Person, Tenant
from support.drivers.at_once import at_once
from support.drivers.http import Answer
from support.findings import Finding, PlatformGone, WrongScenario

if TYPE_CHECKING:
    from support.world import World

REPLAYED = "Idempotency-Replayed"
ANSWERED_SECONDS = 30.0
WAITING = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"


class Repeats:
    """Missions that are created, and started, with a key."""

    def __init__(self, world: World):
        self._world = world
        self._held = ExitStack()
        self._first: Future[Outcome] | None = None  # the call that was sent in the background

    # Sending

    def create(self, person: Person, name: str | None, key: str) -> Outcome:
        """Send a mission over a host that nobody asks; without a name it is incomplete."""
        sent = {"scope": ["127.0.0.1"], "goals": ["report"]} | ({"name": name} if name is not None else {})
        return Outcome(person.name, f"create {name}", self._ask(person, "/missions", key, json_body=sent))

    def create_at_once(self, person: Person, name: str, key: str, times: int) -> list[Outcome]:
        """The same mission with the same key, so many times at the same moment."""
        return at_once([lambda: self.create(person, name, key)] * times)

    def hold_up(self, tenant: Tenant) -> None:
        """Keep the platform from counting the tenant's missions, so that none can be made; until ``let_go``."""
        lock = self._world.database.locked("SELECT 1 FROM tenants WHERE id = :id FOR NO KEY UPDATE", id=tenant.id)
        self._held.enter_context(lock)
        self._world.clean_up("let go of what was held up", self._held.close)

    def let_go(self) -> None:
        """What was held up goes on."""
        self._held.close()

    def create_in_background(self, person: Person, name: str, key: str) -> None:
        """Send the mission, and come back when the platform is busy with it."""
        self._first = ThreadPoolExecutor(1).submit(self.create, person, name, key)
        await_value(lambda: self._world.database.value(WAITING), bool, within=self._world.await_seconds,
                    words=lambda _: "a call that is held up should wait for a lock, and none does")

    def first(self) -> Outcome:
        """What became of the call that was sent in the background."""
        return self._first.result(timeout=ANSWERED_SECONDS)

    def lose_platform(self) -> None:
        """Kill the platform with the call that it has in hand, and begin it again."""
        self._world.operations.lose_platform()
        try:
            self.first()
        except PlatformGone:
            return
        raise WrongScenario("the call in hand was answered, although the platform was killed before")

    def start(self, person: Person, mission: Mission, key: str) -> Outcome:
        """Start a mission with a key."""
        return Outcome(person.name, f"start {mission.name}", self._ask(person, f"/missions/{mission.id}/start", key))

    def _ask(self, person: Person, path: str, key: str, **how: Any) -> Answer:
        return self._world.http.ask("POST", f"{V2}{path}", token=person.access_token, **how,
                                    headers={"Idempotency-Key": key.encode()})

    # What must be true

    def require_replay(self, first: Outcome, again: Outcome) -> None:
        """The second answer is the first once more, and is marked as that.

        :raises Finding: naming what differs.
        """
        self.require_carried_out(first)
        if (first.answer.status, first.answer.body) != (again.answer.status, again.answer.body):
            raise Finding(f"{again.who} should be answered as at first on trying again to {again.what}: {first.said()}; and "
                          f"was answered: {again.said()}")
        if again.answer.headers.get(REPLAYED) != "true":
            raise Finding(f"the answer to {again.who}'s repeated attempt to {again.what} should be marked as a replay, and "
                          f"carries {REPLAYED}: {again.answer.headers.get(REPLAYED)!r}")
        kept = {name: (first.answer.headers.get(name), again.answer.headers.get(name)) for name in ("Content-Type", "ETag")}
        differing = [name for name, (then, now) in kept.items() if then != now]
        if differing:
            raise Finding(f"the repeated answer should carry {', '.join(differing)} as at first: {kept}")

    def require_carried_out(self, outcome: Outcome) -> None:
        """:raises Finding: when the answer is marked as a replay of an earlier one."""
        if REPLAYED in outcome.answer.headers:
            raise Finding(f"{outcome.who}'s attempt to {outcome.what} should be carried out, and was answered with what was "
                          "answered before")

    def require_once(self, outcomes: list[Outcome]) -> None:
        """Exactly one was carried out; each other got its answer once more, or was told that it is still running.

        :raises Finding: naming the first that is otherwise.
        """
        done = [each for each in outcomes if each.accepted and REPLAYED not in each.answer.headers]
        if len(done) != 1:
            raise Finding(f"of {len(outcomes)} attempts to {outcomes[0].what} with one key exactly one should be carried "
                          f"out, and {len(done)} were")
        for other in outcomes:
            if other is done[0]:
                continue
            if other.accepted:
                self.require_replay(done[0], other)
            else:
                other.require_refused("still running")
