"""Payments on deals, the decisions on them, and their invoices."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from support.domain.comparing import differences
from support.domain.generations import V2
from support.domain.listing import all_items
from support.domain.outcomes import Outcome
from support.domain.people import Person
from support.domain.sales_records import SalesRecord, SalesRecords
from support.drivers.at_once import at_once
from support.findings import Finding

# What a payment in each state can become, and how its invoice then is: the project's own copy of the domain's tables.
STATES = {"pending": ("verified", "rejected"), "verified": ("refunded",), "rejected": (), "refunded": ()}
INVOICES = {"pending": "pending", "verified": "verified", "rejected": "rejected", "refunded": "void"}
LEADS_TO = {"verify": "verified", "reject": "rejected", "refund": "refunded"}
FAILURES = ("insufficient_funds", "bank_decline", "technical_error", "cheque_bounce", "payment_received_not_reflected")
JUST_NOW = timedelta(seconds=60)


class Payments(SalesRecords):
    """What people do with payments, which are called by their numbers. Fields that are not set have valid values."""

    KIND, PATH = "payment", "payments"

    def __init__(self, world: Any):
        super().__init__(world)
        self._tries: dict[str, tuple[SalesRecord, Outcome]] = {}
        self._tried_in = ""

    def record(self, deal: SalesRecord, person: Person, **fields: Any) -> SalesRecord:
        """:raises Finding: when the payment is refused."""
        self.try_to_record(deal, person, **fields).require_accepted(201)
        return self.named()

    def record_in_state(self, deal: SalesRecord, person: Person, amount: str, state: str, verifier: Person) -> SalesRecord:
        """One that is brought into this state; the person who recorded it goes on acting.

        :raises Finding: when something of it is refused.
        """
        payment = self.record(deal, person, amount=amount)
        self.bring(payment, state, verifier)
        self._world.now_acts(person)
        return payment

    def try_to_record(self, deal: SalesRecord, person: Person, **fields: Any) -> Outcome:
        """The same, whatever becomes of it, after noting how the deal was."""
        self._world.deals.note(deal)
        return self._record(deal, person, **fields)

    def record_at_once(self, deal: SalesRecord, people: list[Person], count: int, amount: str) -> list[Outcome]:
        """So many payments of this amount at the same moment, by these people in turn."""
        self._world.deals.note(deal)
        return at_once([lambda number=number: self._record(deal, people[number % len(people)], amount=amount)
                        for number in range(count)])

    def _record(self, deal: SalesRecord, person: Person, **fields: Any) -> Outcome:
        valid = {"amount": "100.00", "paid_on": self.day(), "method": "bank"}
        sent = valid | self.meant(fields)
        if sent["method"] == "cheque":
            sent = {"cheque_number": "CHQ000001"} | sent
        sent = {name: value for name, value in sent.items() if value is not None}
        self._world.sent["payment"] = sent
        outcome = self._ask(person, f"record a payment of {sent['amount']} on {deal.name}", "POST", f"{deal.path}/payments",
                            sent)
        if outcome.accepted:
            self.keep(outcome.record["number"], person, outcome.record)
        return outcome

    # Deciding

    def try_to_verify(self, payment: SalesRecord, person: Person, amount: Any = None) -> Outcome:
        """Verify the whole amount, or another one."""
        return self.try_to_do(payment, person, "verify", verified_amount=amount or payment.record["amount"])

    def try_to_reject(self, payment: SalesRecord, person: Person, reason: str = "bank_decline") -> Outcome:
        return self.try_to_do(payment, person, "reject", failure_reason=reason)

    def try_to_refund(self, payment: SalesRecord, person: Person, reason: str = "Sent twice") -> Outcome:
        return self.try_to_do(payment, person, "refund", reason=reason)

    def try_(self, verb: str, payment: SalesRecord, person: Person) -> Outcome:
        """Verify, reject or refund it."""
        return getattr(self, f"try_to_{verb}")(payment, person)

    def done(self, payment: SalesRecord, outcome: Outcome) -> None:
        """:raises Finding: when that was refused."""
        payment.record = outcome.record

    def decide_at_once(self, payment: SalesRecord, people: list[Person]) -> list[Outcome]:
        """Each verifies it, at the same moment."""
        return self.do_at_once(payment, people, "verify", verified_amount=payment.record["amount"])

    def verify_all_at_once(self, people: list[Person]) -> list[Outcome]:
        """Each payment of the scenario is verified by one of these people in turn, all at the same moment."""
        return at_once([lambda payment=payment, person=people[number % len(people)]: self.try_to_verify(payment, person)
                        for number, payment in enumerate(self._by_name.values())])

    def bring(self, payment: SalesRecord, state: str, verifier: Person) -> None:
        """Let a pending payment come into this state, whoever does it.

        :raises Finding: when that is refused.
        """
        administrator = self._world.accounts.administrator(payment.tenant)
        ways = {"pending": (), "verified": ("verify",), "rejected": ("reject",), "refunded": ("verify", "refund")}
        for verb in ways[state]:
            self.done(payment, self.try_(verb, payment, administrator if verb == "refund" else verifier))

    def try_every_decision(self, deal: SalesRecord, person: Person, state: str, verifier: Person) -> None:
        """Of one payment for each decision there is, all in ``state``: the administrator tries that decision."""
        administrator = self._world.accounts.administrator(deal.tenant)
        self._tried_in = state
        for verb in LEADS_TO:
            payment = self.record(deal, person)
            self.bring(payment, state, verifier)
            self._tries[verb] = (payment, self.try_(verb, payment, administrator))

    # What must be true

    def require_decisions(self, possible: list[str]) -> None:
        """Exactly these decisions were made; the others were refused, and left everything as it was."""
        state = self._tried_in
        for verb, (payment, outcome) in self._tries.items():
            if verb in possible:
                outcome.require_accepted(200)
                self.require_state(payment, LEADS_TO[verb])
            else:
                outcome.require_refused_from(state, list(STATES[state]))
                self.require_unchanged(payment)

    def require_state(self, payment: SalesRecord, state: str) -> None:
        """It is in this state, and its invoice where such a payment's is, with its amount."""
        self.require(payment, status=state)
        invoice = self.invoice(payment)
        expected = {"status": INVOICES[state], "amount": payment.record["amount"], "currency": payment.record["currency"],
                    "payment_id": payment.id, "deal_id": payment.record["deal_id"]}
        if different := differences(expected, invoice):
            raise Finding(f"the invoice of {payment.name} does not follow it: {different}")
        if payment.record["invoice"] != {name: invoice[name] for name in ("id", "number", "status")}:
            raise Finding(f"{payment.name} should show its invoice, and shows {payment.record['invoice']}")

    def invoice(self, payment: SalesRecord) -> dict:
        """The one invoice of the payment, as it is listed and as it shows by itself.

        :raises Finding: when there is none, more than one, or they differ.
        """
        person = self._world.accounts.administrator(payment.tenant)
        found = [each for each in all_items(self._world.http, person, f"{V2}/invoices", deal_id=payment.record["deal_id"])
                 if each["payment_id"] == payment.id]
        if len(found) != 1:
            raise Finding(f"{payment.name} should have one invoice, and has {len(found)}")
        alone = self._ask(person, "read an invoice", "GET", f"{V2}/invoices/{found[0]['id']}").record
        if different := differences(found[0], alone):
            raise Finding(f"the invoice {found[0]['number']} should show by itself as it is listed: {different}")
        return alone

    def require_as_sent(self, payment: SalesRecord, person: Person, deal: SalesRecord) -> None:
        """It has all that was sent and the values of a new one, wherever it is looked at."""
        self.require_shown_as(payment, {
            "cheque_number": None, "currency": deal.record["currency"], **self._world.sent["payment"], "deal_id": deal.id,
            "status": "pending", "verified_amount": None, "failure_reason": None, "refund_reason": None,
            "recorded_by": {"id": person.id, "full_name": person.full_name}, "decided_by": None, "decided_at": None})

    def require_verified(self, payment: SalesRecord, by: Person, amount: str) -> None:
        """Verified with this amount by this person, just now."""
        self.require_state(payment, "verified")
        self.require(payment, verified_amount=amount, decided_by={"id": by.id, "full_name": by.full_name})
        self._require_just_now(payment)

    def require_rejected(self, payment: SalesRecord, by: Person, reason: str) -> None:
        self.require_state(payment, "rejected")
        self.require(payment, failure_reason=reason, verified_amount=None,
                     decided_by={"id": by.id, "full_name": by.full_name})
        self._require_just_now(payment)

    def require_refunded(self, payment: SalesRecord, verifier: Person, reason: str) -> None:
        """Refunded for this reason; who verified it stays."""
        self.require_state(payment, "refunded")
        self.require(payment, refund_reason=reason, decided_by={"id": verifier.id, "full_name": verifier.full_name})

    def _require_just_now(self, payment: SalesRecord) -> None:
        at = payment.record["decided_at"]
        now = self._world.operations.platform_now()
        if at is None or not timedelta(0) <= now - datetime.fromisoformat(at).astimezone(UTC) <= JUST_NOW:
            raise Finding(f"{payment.name} should be decided just now, and is at {at}")

    def require_refused_with_outstanding(self, outcome: Outcome, outstanding: str) -> None:
        """Refused since no more is outstanding than this, which the refusal names."""
        outcome.require_fault("amount", "out_of_range")
        said = outcome.answer.json["errors"][0]["message"]
        if outstanding not in said:
            raise Finding(f"the refusal should name {outstanding} as outstanding, and says: {said}")

    def require_invoice_numbers(self, person: Person, expected: list[str]) -> None:
        found = sorted(each["number"] for each in all_items(self._world.http, person, f"{V2}/invoices"))
        if found != sorted(expected):
            raise Finding(f"{person.name}'s invoices should be numbered {expected}, and are numbered {found}")
