"""What must be true of a mission: its state, its record, who sees it, what the datastores hold of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import uuid4

from support.awaiting import await_value
from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.findings import Finding

if TYPE_CHECKING:
    from support.domain.missions import Mission

ENDED = ("completed", "stopped", "failed")
CONSTRAINTS = {"pause_ms": 0, "max_duration_minutes": 60, "approval_timeout_seconds": 86400}  # with their defaults


class MissionPromises:
    """Each method raises a Finding, in the product's words, when its promise is not kept."""

    def require_state(self, mission: Mission, expected: str) -> dict:
        """The mission is in this state at the next reading.

        :raises Finding: when it is in another.
        """
        record = self.record(mission)
        if record["status"] != expected:
            raise Finding(self._state_words(mission, expected, record))
        return record

    def await_state(self, mission: Mission, expected: str, within: float | None = None) -> dict:
        """The mission comes into this state. One that has ended otherwise is not waited for.

        :raises Finding: when it does not in time.
        """
        record = await_value(lambda: self.record(mission),
                             lambda seen: seen["status"] == expected or seen["status"] in ENDED,
                             within=within or self._world.await_seconds,
                             words=lambda seen: self._state_words(mission, expected, seen))
        if record["status"] != expected:
            raise Finding(self._state_words(mission, expected, record))
        return record

    def require_answered_within(self, mission: Mission, person: Person, seconds: float) -> None:
        """What this person did to the mission last was answered in time.

        :raises Finding: when the platform took longer.
        """
        verb = [each for each, who in mission.done_by.items() if who is person][-1]
        if mission.answered_in[verb] > seconds:
            raise Finding(f"{person.name}'s {verb} of {mission.name} should be answered within {seconds:g} s, "
                          f"and took {mission.answered_in[verb]:.2f} s")

    def require_answered_whole(self, mission: Mission, state: str) -> None:
        """The latest verb was answered with the whole mission as it then was: its name, this state, all its fields.

        :raises Finding: naming what differs from a reading.
        """
        answered, read = mission.answered, self.record(mission)
        ended = read["completed_at"] if state in ENDED else None  # what runs again has not ended
        different = differences(read | {"name": mission.sent["name"], "status": state, "completed_at": ended}, answered)
        if different or answered.keys() != read.keys():
            raise Finding(f"who runs {mission.name} should be answered with the whole of it, {state}: "
                          f"{different or f'the fields are {sorted(answered)}'}")

    def require_start_as_noted(self, mission: Mission) -> None:
        """:raises Finding: when the mission shows another time of its start than it did when that was noted."""
        noted, seen = self._world.noted[mission.name]["started_at"], self.record(mission)["started_at"]
        if not noted or seen != noted:
            raise Finding(f"{mission.name} was started at {noted}, and now says {seen}")

    def require_no_reason(self, mission: Mission, attempts: int) -> None:
        """The mission, which was attempted so often, says nothing of why an earlier attempt failed.

        :raises Finding: when it does, or counts other attempts.
        """
        record = self.record(mission)
        different = differences({"status_reason": None, "attempt": attempts}, record)
        if different:
            raise Finding(f"{mission.name} should be as one that never failed: {different}")

    def require_only_changed(self, mission: Mission, field: str) -> None:
        """A reading shows what was sent for this field, and everything else as it was when that was tried.

        :raises Finding: naming what differs.
        """
        noted, seen = self._world.noted[mission.name], self.record(mission)
        wanted = self._world.sent["change"][field]
        shown = [{"name": goal, "status": "pending"} for goal in wanted] if field == "goals" else wanted
        expected = noted | {field: shown, "version": noted["version"] + 1, "updated_at": seen["updated_at"]}
        different = differences(expected, seen)
        if different or seen["updated_at"] < noted["updated_at"]:
            raise Finding(f"the change of {mission.name} should be its new {field}, and nothing else: {different}")
        targets = [target["address"] for target in self.targets(mission)]
        if targets != seen["scope"]:
            raise Finding(f"the targets of {mission.name} should be its scope {seen['scope']}, and are {targets}")

    def require_unchanged(self, mission: Mission, person: Person | None = None) -> None:
        """Its owner, or this person, sees it exactly as its owner did before the last attempt.

        :raises Finding: naming the fields that differ.
        """
        before, now = self._world.noted[mission.name], self.record(mission, person)
        different = {name: (before.get(name), now.get(name)) for name in before.keys() | now.keys()
                     if before.get(name) != now.get(name)}
        if different:
            raise Finding(f"nothing about {mission.name} should have changed, and this did (before, now): {different}")

    def require_refused_as_unknown(self, mission: Mission, outcome: Outcome) -> None:
        """Refused in exactly the words in which the same attempt on an id that nobody has is refused.

        :raises Finding: when the two differ.
        """
        verb, person = outcome.what.split(" ")[0], self._world.people[outcome.who]
        outcome.require_unknown_like(self.attempt(verb, _nobodys(mission), person))

    def require_all_refused_as_unknown(self, outcomes: list[Outcome]) -> None:
        """Each reading was refused in exactly the words in which it is refused of an id that nobody has.

        :raises Finding: naming the first that differs.
        """
        person = self._world.people[outcomes[0].who]
        for outcome, other in zip(outcomes, self.read_all(_nobodys(self._world.mission("it")), person), strict=True):
            outcome.require_unknown_like(other)

    def require_nothing_found(self, person: Person, words: str) -> None:
        """Whatever the person lists or searches for, no mission is shown and none is counted.

        :raises Finding: naming what shows one.
        """
        for filters in ({}, {"q": words}, {"status": "created"}, {"offset": 1}, {"q": words, "status": "created,running"}):
            answer = self._world.http.ask("GET", f"{V2}/missions", token=person.access_token, parameters=filters)
            page = Outcome(person.name, f"list missions with {filters}", answer).record
            if page["items"] or page["total"]:
                raise Finding(f"{person.name} should find no mission with {filters}, and finds a total of {page['total']}, "
                              f"shown {[item['name'] for item in page['items']]}")

    def require_as_sent(self, mission: Mission) -> None:
        """A reading shows every field as it was sent, and the defaults of those that were not.

        :raises Finding: naming the fields that differ.
        """
        seen = self.record(mission)
        sent = {"description": "", "goals": [], "constraints": {}} | mission.sent
        expected = {"name": sent["name"], "description": sent["description"], "scope": sent["scope"],
                    "constraints": CONSTRAINTS | sent["constraints"],
                    "goals": [{"name": goal, "status": "pending"} for goal in sent["goals"]],
                    "status": "created", "progress": 0, "attempt": 0, "version": 1}
        different = {name: (value, seen.get(name)) for name, value in expected.items() if seen.get(name) != value}
        if different:
            raise Finding(f"{mission.name} should read as it was sent, and differs in (sent, read): {different}")

    def require_shown(self, mission: Mission, creator: Person) -> None:
        """It shows its id, description, constraints and creator.

        :raises Finding: naming what it shows instead.
        """
        record = self.record(mission)
        seen = {name: record.get(name) for name in ("id", "description", "constraints", "created_by")}
        expected = {"id": mission.id, "description": mission.sent.get("description", ""),
                    "constraints": CONSTRAINTS | mission.sent.get("constraints", {}),
                    "created_by": {"id": creator.id, "full_name": creator.full_name}}
        if seen != expected:
            raise Finding(f"{mission.name} should be shown as it was made: {differences(expected, seen)}")

    def require_times_in_order(self, mission: Mission) -> None:
        """Creation, start, end and last change are UTC with a trailing Z, each not before the former.

        :raises Finding: naming the times as they stand.
        """
        record = self.record(mission)
        times = {name: record[name] for name in ("created_at", "started_at", "completed_at", "updated_at")}
        if not all(isinstance(time, str) and time.endswith("Z") for time in times.values()):
            raise Finding(f"the times of {mission.name} should be in UTC with a trailing Z, and are {times}")
        moments = [datetime.fromisoformat(time) for time in times.values()]
        if moments != sorted(moments):
            raise Finding(f"the times of {mission.name} should follow one another in the order "
                          f"creation, start, end, last change, and are {times}")

    def require_reason(self, record: dict, reason: str) -> None:
        """:raises Finding: when the record gives another reason for its state."""
        if record["status_reason"] != reason:
            raise Finding(f"{record['name']} should be {record['status']} for the reason {reason}, "
                          f"and says {record['status_reason']!r}")

    def require_ended_at(self, record: dict) -> None:
        """:raises Finding: when the record does not say when it ended, or before it was started."""
        ended, started = record["completed_at"], record["started_at"]
        if not ended or datetime.fromisoformat(ended) < datetime.fromisoformat(started):
            raise Finding(f"{record['name']} should say when it ended, after its start at {started}, and says {ended!r}")

    def require_progress(self, mission: Mission, percent: int) -> None:
        """:raises Finding: when it stands elsewhere."""
        progress = self.record(mission)["progress"]
        if progress != percent:
            raise Finding(f"{mission.name} should stand at {percent} percent, and stands at {progress}")

    def require_name(self, mission: Mission, name: str) -> None:
        """:raises Finding: when it is called otherwise."""
        seen = self.record(mission)["name"]
        if seen != name:
            raise Finding(f"the mission should be called {name!r}, and is called {seen!r}")

    def require_count(self, person: Person, count: int) -> None:
        """:raises Finding: when the person's list, or its stated total, has more or fewer missions."""
        names = [item["name"] for item in self.listed(person)]
        if len(names) != count:
            raise Finding(f"{person.tenant.name} should have exactly {count} missions, and has {len(names)}: {names}")

    def require_numbers(self, person: Person, expected: dict[str, int]) -> None:
        """:raises Finding: when the person's list holds other numbers of missions in each state."""
        seen = dict(Counter(item["status"] for item in self.listed(person)))
        if seen != expected:
            raise Finding(f"{person.name}'s missions should be, by state, {expected}, and are {seen}")

    def require_states(self, person: Person, expected: dict[str, str]) -> None:
        """The person's list holds exactly these missions, each in this state.

        :raises Finding: showing the list.
        """
        seen = {item["name"]: item["status"] for item in self.listed(person)}
        if seen != expected:
            raise Finding(f"{person.name}'s list should say {expected}, and says {seen}")

    def require_listed(self, person: Person, missions: list[Mission]) -> None:
        """The person's list holds exactly these.

        :raises Finding: naming what it holds.
        """
        seen = sorted(item["id"] for item in self.listed(person))
        if seen != sorted(mission.id for mission in missions):
            raise Finding(f"{person.name}'s list should hold exactly {[mission.name for mission in missions]}, "
                          f"and holds {[item['name'] for item in self.listed(person)]}")

    def require_not_listed(self, person: Person, name: str) -> None:
        """:raises Finding: when a mission of this name is in the person's list."""
        names = [item["name"] for item in self.listed(person)]
        if name in names:
            raise Finding(f"{person.name} should find no mission {name!r}, and finds {names}")

    # In the datastores

    def require_stored(self, mission: Mission) -> None:
        """The mission's row holds what its owner is answered.

        :raises Finding: naming the columns that differ.
        """
        answered, row = self.record(mission), self._world.stored.mission(mission.id)
        if row is None:
            raise Finding(f"PostgreSQL should hold {mission.name}, and does not")
        seen = {"id": str(row["id"]), "name": row["name"], "status": row["status"], "scope": row["scope"],
                "creator": row["creator"], "tenant": row["tenant"], "version": row["version"]}
        expected = {"id": mission.id, "name": mission.sent["name"], "status": answered["status"],
                    "scope": mission.sent["scope"], "creator": mission.owner.full_name,
                    "tenant": mission.owner.tenant.slug, "version": answered["version"]}
        if seen != expected:
            raise Finding(f"PostgreSQL should hold {mission.name} as it was answered: {differences(expected, seen)}")

    def require_nothing_stored(self, mission: Mission) -> None:
        """:raises Finding: naming the tables that still hold rows of the mission."""
        rows = self._world.stored.of_mission(mission.id)
        if rows:
            raise Finding(f"PostgreSQL should hold nothing of {mission.name}, and holds {rows}")

    def await_cached(self, mission: Mission, within: float) -> None:
        """The mission's record in Redis comes to say what the tables say.

        :raises Finding: showing both, when it does not in time.
        """
        stored = self._world.stored

        def look() -> tuple[dict, dict | None]:
            return stored.mission_figures(mission.id), stored.cached_mission(mission.id)

        await_value(look, lambda seen: seen[1] is not None and seen[0].items() <= seen[1].items(), within=within,
                    words=lambda seen: f"Redis should say of {mission.name} what PostgreSQL says, {seen[0]}, "
                                       f"and says {seen[1]}")

    def await_not_cached(self, mission: Mission, within: float) -> None:
        """:raises Finding: when Redis still holds the mission's record after ``within`` seconds."""
        await_value(lambda: self._world.stored.cached_mission(mission.id), lambda seen: seen is None, within=within,
                    words=lambda seen: f"Redis should hold nothing of {mission.name}, and holds {seen}")

    def _state_words(self, mission: Mission, expected: str, record: dict) -> str:
        reason = f" ({record['status_reason']})" if record.get("status_reason") else ""
        done = ", ".join(f"{verb} answered at {at:%H:%M:%S.%f}" for verb, at in mission.changes.items())
        return (f"{mission.name} should be {expected}, and is {record['status']}{reason} at {record['progress']} percent"
                f"{f'; {done}' if done else ''}")


def _nobodys(mission: Mission) -> Mission:
    """One like this, of an id that nobody has."""
    return replace(mission, name="a mission that nobody has", id=str(uuid4()))
