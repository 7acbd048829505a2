"""The wish that a rule be set aside once: who asks for it, who decides, and how it then stands."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from support.domain.attendance import ATTENDANCE
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.findings import Finding, WrongScenario

if TYPE_CHECKING:
    from support.world import World

# The words of people for how a wish stands.
OVERRIDE_STATES = {"open": "pending", "granted at once": "auto_approved", "granted": "manually_approved",
                   "refused": "rejected", "run out": "expired", "taken back": "cancelled"}
WISHES = {"to check in from elsewhere": "validation_override", "to come late": "late_checkin_approval",
          "to come without a rest": "rest_period_waiver"}
DECISIONS = {"grant": "approve", "refuse": "reject", "take back": "cancel"}
GRANTED_AT_ONCE = 15  # minutes
OPEN_FOR = timedelta(hours=24)


class Overrides:
    """What people ask for, and what becomes of it. Each person's wish is the one that the person asked for last."""

    def __init__(self, world: World):
        self._world = world
        self._wishes: dict[str, dict] = {}  # name of who asked -> the wish as it was answered last
        self._before: dict[str, dict] = {}

    def ask(self, person: Person, wish: str, site: str, minutes: int | None = None, **more: Any) -> Outcome:
        """Ask that a rule be set aside at this site; who will be late says by how many minutes."""
        body = {"type": WISHES[wish], "site_id": self._world.sites.site(site).id, "reason": "The bridge is closed",
                **({} if minutes is None else {"late_minutes": minutes}), **more}
        outcome = self._ask(person, f"ask {wish}", "/overrides", body)
        if outcome.accepted:
            self._wishes[person.name] = outcome.record
        return outcome

    def wish_of(self, person: Person) -> dict:
        """:raises WrongScenario: when the person has asked for nothing."""
        if person.name not in self._wishes:
            raise WrongScenario(f"{person.name} has asked for nothing in this scenario")
        return self._wishes[person.name]

    def decide(self, decider: Person, decision: str, whose: Person) -> Outcome:
        """Grant or refuse somebody's wish, or take it back."""
        wish = self.wish_of(whose)
        return self._ask(decider, f"{decision} the wish of {whose.name}", f"/overrides/{wish['id']}/{DECISIONS[decision]}")

    def decide_at_once(self, deciders: list[tuple[Person, str]], whose: Person) -> list[Outcome]:
        """Several decisions about one wish, at the same moment."""
        return at_once([lambda decider=decider, decision=decision: self.decide(decider, decision, whose)
                        for decider, decision in deciders])

    def bring_to(self, person: Person, site: str, state: str, decider: Person) -> None:
        """Let the person have a wish that stands so."""
        if state == "granted at once":
            self.ask(person, "to come late", site, GRANTED_AT_ONCE).require_accepted(201)
            return
        self.ask(person, "to check in from elsewhere", site).require_accepted(201)
        if state == "run out":
            self._world.operations.let_time_pass(OPEN_FOR)
        elif state != "open":
            who, decision = {"granted": (decider, "grant"), "refused": (decider, "refuse"),
                             "taken back": (person, "take back")}[state]
            self.decide(who, decision, person).require_accepted(200)

    def note(self, whose: Person) -> None:
        self._before[whose.name] = self.record(whose)

    def record(self, whose: Person) -> dict:
        """The wish as its person finds it."""
        wish = self.wish_of(whose)
        found = [each for each in self.listed(whose) if each["id"] == wish["id"]]
        if len(found) != 1:
            raise Finding(f"{whose.name} should find the own wish once, and finds it {len(found)} times")
        return found[0]

    def listed(self, reader: Person) -> list[dict]:
        return all_items(self._world.http, reader, f"{ATTENDANCE}/overrides")

    # What must be true

    def require_state(self, whose: Person, state: str) -> dict:
        """:raises Finding: when the wish stands otherwise."""
        record = self.record(whose)
        if record["status"] != OVERRIDE_STATES[state]:
            raise Finding(f"{whose.name}'s wish should be {state}, and is {record['status']}")
        return record

    def require_decided(self, whose: Person, state: str, by: Person | None) -> None:
        """The wish stands so, with who decided it (nobody, where the platform did) and when.

        :raises Finding: naming what differs.
        """
        record = self.require_state(whose, state)
        decider = record["decided_by"] and record["decided_by"]["id"]
        if decider != (by and by.id) or record["decided_at"] is None:
            raise Finding(f"{whose.name}'s wish should be decided by {by.name if by else 'the platform itself'}, and it "
                          f"says {record['decided_by']}, at {record['decided_at']}")

    def require_unchanged(self, whose: Person) -> None:
        """:raises Finding: when the wish is not as it was noted."""
        now = self.record(whose)
        if now != self._before[whose.name]:
            raise Finding(f"{whose.name}'s wish should be as it was ({self._before[whose.name]}), and is {now}")

    def require_listed(self, reader: Person, owners: list[Person]) -> None:
        """The reader finds the wishes of exactly these people.

        :raises Finding: showing whose there are.
        """
        names = {person.id: person.name for person in self._world.people.values()}
        found = sorted(names.get(each["person_id"], each["person_id"]) for each in self.listed(reader))
        expected = sorted(person.name for person in owners)
        if found != expected:
            raise Finding(f"{reader.name} should find the wishes of {expected or 'nobody'}, and finds those of "
                          f"{found or 'nobody'}")

    def _ask(self, person: Person, words: str, path: str, body: Any = None) -> Outcome:
        return Outcome(person.name, words, self._world.http.ask("POST", f"{ATTENDANCE}{path}", token=person.access_token,
                                                                json_body=body))
