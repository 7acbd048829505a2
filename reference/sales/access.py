"""Who sees which clients, deals, payments and invoices; looked up for a call, and locked for a change.

The order of locks is people, client, deal, payment, the count of a number, topics (at the commit), so that no two
changes wait for each other.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import select

from reference.accounts.records import Person
from reference.core.calls import Call, record_id
from reference.core.database import TenantSession
from reference.core.errors import Fault, existing, faulty, not_allowed
from reference.core.identity import SIGNED_IN_STATUSES
from reference.core.permissions import may, scope_of
from reference.core.references import referred
from reference.sales import rules
from reference.sales.records import Client, Deal, Invoice, Payment


def sees_all(call: Call) -> bool:
    return scope_of(call.person.role, "sales.read") == "all"


def own_only(call: Call, kind: type[Client] | type[Deal]) -> list[Any]:
    """For a query's ``where``: who sees the own only owns them."""
    return [] if sees_all(call) else [kind.owner_id == call.person.person_id]


def own_deals_only(call: Call, deal_id: Any) -> list[Any]:
    """The same for what belongs to a deal."""
    return [] if sees_all(call) else [deal_id.in_(select(Deal.id).where(Deal.owner_id == call.person.person_id))]


def between(column: Any, first: date | None, last: date | None) -> list[Any]:
    """The days from the first to the last, both included, where they were given."""
    return [*([] if first is None else [column >= first]), *([] if last is None else [column <= last])]


def client(call: Call, session: TenantSession, client_id: str) -> Client:
    """The client of an address; 404 where there is none that the person may see."""
    return existing(session.scalar(select(Client).where(Client.id == record_id(client_id), *own_only(call, Client))))


def deal(call: Call, session: TenantSession, deal_id: str) -> Deal:
    return existing(session.scalar(select(Deal).where(Deal.id == record_id(deal_id), *own_only(call, Deal))))


def payment(call: Call, session: TenantSession, payment_id: str) -> Payment:
    return existing(session.scalar(select(Payment).where(
        Payment.id == record_id(payment_id), *own_deals_only(call, Payment.deal_id))))


def invoice(call: Call, session: TenantSession, invoice_id: str) -> Invoice:
    return existing(session.scalar(select(Invoice).where(
        Invoice.id == record_id(invoice_id), *own_deals_only(call, Invoice.deal_id))))


def locked_client(call: Call, session: TenantSession, client_id: UUID) -> Client:
    """The same again, for this transaction alone."""
    return existing(session.scalar(select(Client).where(Client.id == client_id, *own_only(call, Client))
                                   .with_for_update().execution_options(populate_existing=True)))


def locked_deal(call: Call, session: TenantSession, deal_id: UUID) -> Deal:
    return existing(session.scalar(select(Deal).where(Deal.id == deal_id, *own_only(call, Deal))
                                   .with_for_update().execution_options(populate_existing=True)))


def clients_row(session: TenantSession, deal_id: UUID) -> Client:
    """The client of a deal, locked, whoever may see it: its state follows from its deals."""
    client_id = existing(session.scalar(select(Deal.client_id).where(Deal.id == deal_id)))
    return existing(session.scalar(select(Client).where(Client.id == client_id).with_for_update()
                                   .execution_options(populate_existing=True)))


def locked_payment(session: TenantSession, payment_id: UUID) -> Payment:
    return existing(session.scalar(select(Payment).where(Payment.id == payment_id).with_for_update(of=Payment)
                                   .execution_options(populate_existing=True)))


def acting(call: Call, session: TenantSession) -> Person:
    return session.get_one(Person, call.person.person_id)


def owner(call: Call, session: TenantSession, owner_id: UUID | None) -> UUID:
    """Who is to own a record: whom a body names, which is for who may assign, else who calls.

    422 where the tenant has nobody of that id, or somebody who cannot own it.
    """
    if owner_id is None:
        return call.person.person_id
    if not may(call.person.role, "sales.assign", call.person.modules):
        raise not_allowed()
    person = referred(session, Person, owner_id, "owner_id")
    if person.status not in SIGNED_IN_STATUSES or person.role not in rules.OWNERS:
        raise faulty([Fault("owner_id", "not_allowed", "This person cannot own it.")])
    return person.id
