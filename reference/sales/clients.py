"""Every change of a client: each in the caller's transaction, guarded by the client's locked row."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import select

from reference.core import audit
from reference.core.database import TenantSession
from reference.core.errors import Problem, wrong_state
from reference.sales import rules
from reference.sales.records import Client, Deal
from reference.sales.shapes import ClientAnswer


def create(session: TenantSession, owner_id: UUID, fields: dict[str, Any]) -> Client:
    client = Client(**fields, owner_id=owner_id)
    session.add(client)
    return client


def change(client: Client, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        setattr(client, name, value)


def remove(session: TenantSession, client: Client) -> None:
    """Remove a client of whom there is no deal."""
    if session.scalar(select(Deal.id).where(Deal.client_id == client.id).limit(1)) is not None:
        raise Problem(409, "Client has deals", "A client of whom there are deals cannot be deleted.")
    session.delete(client)


def mark_as_bad_debt(session: TenantSession, client: Client, reason: str) -> None:
    """Nothing more is sold to the client. Why stands in the trail."""
    refuse_bad_debtor(client)
    client.status = "bad_debt"
    audit.add_details(session, client, reason=reason)


def refuse_bad_debtor(client: Client) -> None:
    if client.status == "bad_debt":
        raise wrong_state(client.status, rules.CLIENTS[client.status])


def forgive(session: TenantSession, client: Client) -> None:
    """The client's state follows from the deals again."""
    if client.status != "bad_debt":
        raise wrong_state(client.status, ["bad_debt"])
    client.status = rules.client_status(deal_states(session, client))


def follow(session: TenantSession, client: Client) -> None:
    """Bring the client's state to what follows from the deals; a bad debtor stays one."""
    session.flush()
    status = rules.client_status(deal_states(session, client))
    if client.status not in ("bad_debt", status):
        audit.follows(session, client)
        client.status = status


def deal_states(session: TenantSession, client: Client) -> list[str]:
    return list(session.scalars(select(Deal.status).where(Deal.client_id == client.id).distinct()))


def described(session: TenantSession, client: Client) -> ClientAnswer:
    """The client as it is answered, with the version that it has after this transaction."""
    session.flush()
    return ClientAnswer.model_validate(client)
