"""What becomes of fraud alerts: who looks into them, what they turn out to be, and when administrators are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from support.awaiting import await_value
from support.domain.attendance import ATTENDANCE, located
from support.domain.comparing import differences
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.drivers.at_once import at_once
from support.findings import Finding

if TYPE_CHECKING:
    from support.world import World

# The words of people for how an alert stands.
ALERT_STATES = {"new": "pending", "looked into": "investigating", "escalated": "escalated",
                "taken for harmless": "resolved_legitimate", "taken for fraud": "resolved_fraud",
                "taken for an error": "false_positive"}
OUTCOMES = ("taken for harmless", "taken for fraud", "taken for an error")
NOTE = "Asked at the gate"
NOWHERE = {"latitude": 0.0, "longitude": 0.0}


class FraudAlerts:
    """Handles the one alert that a person of the scenario has raised."""

    def __init__(self, world: World):
        self._world = world
        self._before: dict[str, dict] = {}

    def raise_one(self, whose: Person, site: str) -> None:
        """Let the person try to check in from where devices are that do not know their place."""
        self._world.attendance.check_in(whose, self._world.sites.site(site),
                                        location=located(NOWHERE)).require_refused("incomplete")

    def listed(self, reader: Person, **filters: str) -> list[dict]:
        return all_items(self._world.http, reader, f"{ATTENDANCE}/fraud-alerts", **filters)

    def of(self, whose: Person) -> dict:
        """:raises Finding: when the person has not raised exactly one."""
        administrator = self._world.accounts.administrator(whose.tenant)
        found = [each for each in self.listed(administrator) if each["person_id"] == whose.id]
        if len(found) != 1:
            raise Finding(f"there should be one alert about {whose.name}, and there are {len(found)}")
        return found[0]

    def take(self, by: Person, whose: Person, state: str, note: str | None = NOTE) -> Outcome:
        """Say how the person's alert stands from now on."""
        alert = self.of(whose)
        body: dict[str, Any] = {"to": ALERT_STATES[state]} | ({} if note is None else {"note": note})
        answer = self._world.http.ask("POST", f"{ATTENDANCE}/fraud-alerts/{alert['id']}/transition",
                                      token=by.access_token, json_body=body)
        return Outcome(by.name, f"say that the alert about {whose.name} is {state}", answer)

    def take_in_turn(self, by: Person, whose: Person, states: list[str]) -> list[Outcome]:
        return [self.take(by, whose, state) for state in states]

    def take_at_once(self, by: Person, whose: Person, states: list[str]) -> list[Outcome]:
        return at_once([lambda state=state: self.take(by, whose, state) for state in states])

    def bring_to(self, whose: Person, state: str, by: Person) -> None:
        """Let the person's new alert stand so."""
        if state != "new":
            self.take(by, whose, state).require_accepted(200)

    def note(self, whose: Person) -> None:
        self._before[whose.name] = self.of(whose)

    # What must be true

    def require_unchanged(self, whose: Person) -> None:
        """:raises Finding: when the alert is not as it was noted."""
        different = differences(self._before[whose.name], self.of(whose))
        if different:
            raise Finding(f"the alert about {whose.name} should be as it was: {different}")

    def require_state(self, whose: Person, state: str) -> dict:
        """:raises Finding: when the alert stands otherwise."""
        alert = self.of(whose)
        if alert["status"] != ALERT_STATES[state]:
            raise Finding(f"the alert about {whose.name} should be {state}, and is {alert['status']}")
        return alert

    def await_state(self, whose: Person, state: str) -> None:
        """:raises Finding: when the alert does not come to stand so."""
        await_value(lambda: self.of(whose), lambda alert: alert["status"] == ALERT_STATES[state],
                    within=self._world.await_seconds,
                    words=lambda alert: f"the alert about {whose.name} should become {state}, and is {alert['status']}")

    def require_found(self, whose: Person, state: str, by: Person | None, note: str) -> None:
        """The alert stands so, with what was noted; one that is settled says who did it and when, another does not.

        :raises Finding: naming what differs.
        """
        alert = self.require_state(whose, state)
        resolver = alert["resolved_by"] and alert["resolved_by"]["id"]
        if (resolver, alert["note"]) != (by and by.id, note) or (alert["resolved_at"] is None) != (by is None):
            raise Finding(f"the alert about {whose.name} should be settled by {by.name if by else 'nobody'}, with the note "
                          f"{note!r}, and says {alert['resolved_by']}, at {alert['resolved_at']}, with {alert['note']!r}")

    def require_listed(self, reader: Person, expected: list[str], **filters: str) -> None:
        """The reader finds the alerts about exactly these people.

        :raises Finding: showing about whom there are.
        """
        names = {person.id: person.name for person in self._world.people.values()}
        found = sorted(names.get(each["person_id"], each["person_id"]) for each in self.listed(reader, **filters))
        if found != sorted(expected):
            raise Finding(f"{reader.name} should find alerts about {sorted(expected) or 'nobody'} where {filters} is asked "
                          f"for, and finds those about {found or 'nobody'}")
