"""Commissions: what somebody is paid for what was sold."""

from __future__ import annotations

from datetime import date, timedelta
from time import perf_counter
from typing import Any

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.sales_records import SalesRecord, SalesRecords
from support.findings import Finding

# What a commission in each state can become, and where each verb leads: the project's own copy of the domain's table.
STATES = {"draft": ("approved",), "approved": ("paid", "draft"), "paid": ()}
LEADS_TO = {"change": "draft", "recalculate": "draft", "approve": "approved", "pay": "paid", "reopen": "draft"}
POSSIBLE = {"draft": ("change", "recalculate", "approve"), "approved": ("pay", "reopen"), "paid": ()}
WAYS = {"draft": (), "approved": ("approve",), "paid": ("approve", "pay")}
AROUND = 30  # days before and after the present one, where a scenario says no other period


class Commissions(SalesRecords):
    """What people do with commissions, which are called by whose they are. Fields that are not set have valid values."""

    KIND, PATH = "commission", "commissions"

    def __init__(self, world: Any):
        super().__init__(world)
        self._tries: dict[str, tuple[SalesRecord, Outcome]] = {}
        self._previews: list[Outcome] = []

    def make(self, person: Person, whose: str, **fields: Any) -> SalesRecord:
        """:raises Finding: when the commission is refused."""
        self.try_to_make(person, whose, **fields).require_accepted(201)
        return self.named()

    def try_to_make(self, person: Person, whose: str, **fields: Any) -> Outcome:
        """The same, whatever becomes of it."""
        valid = {"person_id": self._world.person(whose).id, "currency": "USD", "period_start": self.day(-AROUND),
                 "period_end": self.day(AROUND)}
        self._world.now_acts(person)
        sent = self._world.sent["commission"] = valid | self.meant(fields)
        outcome = self._ask(person, f"make a commission of {whose}", "POST", f"{V2}/commissions", sent)
        if outcome.accepted:
            self.keep(whose, person, outcome.record)
        return outcome

    def try_to_make_for_days(self, person: Person, whose: str, days: int, start: str = "2024-01-01") -> Outcome:
        """For a period of so many days."""
        end = date.fromisoformat(start) + timedelta(days=days - 1)
        return self.try_to_make(person, whose, period_start=start, period_end=str(end))

    def make_for_day_of(self, payment: SalesRecord, person: Person, whose: str, days: int) -> SalesRecord:
        """For the one day that is so many days from that on which the payment was verified, in UTC."""
        day = str(date.fromisoformat(payment.record["decided_at"][:10]) + timedelta(days=days))
        return self.make(person, whose, period_start=day, period_end=day)

    def preview(self, person: Person, **fields: str) -> Outcome:
        return self._ask(person, "preview a commission", "POST", f"{V2}/commissions/preview",
                         {"total_sales": "1000.00", "rate": "5.00"} | fields)

    def preview_one_after_another(self, person: Person, count: int) -> float:
        """So many previews, each of other sales; answers the seconds that they took.

        :raises Finding: when one is refused, or computed as another one.
        """
        started = perf_counter()
        self._previews = [self.preview(person, total_sales=f"{number + 1}00.00", rate="5.00") for number in range(count)]
        took = perf_counter() - started
        for number, outcome in enumerate(self._previews):
            if outcome.record["commission_amount"] != f"{(number + 1) * 5}.00":
                raise Finding(f"5 percent of {number + 1}00.00 should be {(number + 1) * 5}.00, and is previewed as "
                              f"{outcome.record['commission_amount']}")
        return took

    def bring(self, commission: SalesRecord, state: str, person: Person) -> None:
        """Let a draft come into this state.

        :raises Finding: when that is refused.
        """
        for verb in WAYS[state]:
            self.do(commission, person, verb)

    def try_(self, verb: str, commission: SalesRecord, person: Person) -> Outcome:
        """One of the verbs; a change is of the rate."""
        if verb == "change":
            return self.try_to_change(commission, person, rate="7.00")
        return self.try_to_do(commission, person, verb)

    def try_every_verb(self, person: Person, whose: str, state: str) -> None:
        """Of one commission for each verb there is, all in ``state``: try it."""
        for number, verb in enumerate(LEADS_TO):
            day = self.day(-number)
            commission = self.make(person, whose, period_start=day, period_end=day)
            self.bring(commission, state, person)
            self._tries[verb] = (commission, self.try_(verb, commission, person))

    # What must be true

    def require_verbs(self, state: str) -> None:
        """Exactly what can be done in this state was done; the rest was refused, and left everything as it was."""
        for verb, (commission, outcome) in self._tries.items():
            if verb in POSSIBLE[state]:
                outcome.require_accepted(200)
                self.require(commission, status=LEADS_TO[verb])
            else:
                outcome.require_refused_from(state, list(STATES[state]))
                self.require_unchanged(commission)

    def require_as_sent(self, commission: SalesRecord, whose: Person) -> None:
        """It has all that was sent, the usual terms where none were, and the values of a new one."""
        terms = {"rate": "5.00", "exchange_rate": "1.000000", "bonus": "0.00", "penalty": "0.00"}
        self.require_shown_as(commission, terms | self._world.sent["commission"] | {
            "person_id": whose.id, "status": "draft", "version": 1, "approved_by": None, "approved_at": None,
            "paid_at": None})

    def require_previewed(self, outcome: Outcome, **expected: str) -> None:
        """Exactly these amounts were computed."""
        found = outcome.record
        if different := differences(expected, found):
            raise Finding(f"of the commission {different}")

    def require_settled(self, commission: SalesRecord, approver: Person, *, is_paid: bool) -> None:
        """It says who has approved it and when, and when it was paid."""
        self.require(commission, status="paid" if is_paid else "approved",
                     approved_by={"id": approver.id, "full_name": approver.full_name})
        moments = [commission.record["approved_at"], *([commission.record["paid_at"]] if is_paid else [])]
        if None in moments or moments != sorted(moments) or (commission.record["paid_at"] is None) == is_paid:
            raise Finding(f"{commission.name}'s commission should say when it was approved{' and then paid' * is_paid}, and "
                          f"says {commission.record['approved_at']} and {commission.record['paid_at']}")
