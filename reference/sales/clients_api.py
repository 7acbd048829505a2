"""Clients over HTTP."""

from __future__ import annotations

from typing import Annotated, TypeVar

from fastapi import Response
from pydantic import Field
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from reference.core.answers import Listed, listed, one_of, says, takes
from reference.core.calls import Call, needs
from reference.core.database import broken_rule
from reference.core.errors import taken
from reference.core.inputs import Body, Change, Email, Identifier, OneOrMore, Page, Query, Search, Text
from reference.core.routes import Router
from reference.sales import access, clients, rules
from reference.sales.records import Client
from reference.sales.shapes import ClientAnswer

Wanted = TypeVar("Wanted", bound=Change)

router = Router(prefix="/api/v2/clients", tags=["sales"])

MayRead = Annotated[Call, needs("sales.read")]
MayWrite = Annotated[Call, needs("sales.write")]
MayAssign = Annotated[Call, needs("sales.assign")]

Phone = Annotated[Text(0, 16), Field(pattern=r"^\+?[0-9]{10,15}$")]


class NewClient(Body):
    owner_id: Identifier | None = None
    name: Text(1, 200)
    email: Email
    phone: Phone | None = None


class ClientChange(Change):
    """What is to be different. Another owner is named by who may assign."""

    owner_id: Identifier = None
    name: Text(1, 200) = None
    email: Email = None
    phone: Phone | None = None

    READ_ONLY = frozenset(ClientAnswer.model_fields) - {"owner_id", "name", "email", "phone"}


class BadDebt(Change):
    reason: Text(1, 500)


class ClientFilter(Page):
    status: OneOrMore(*rules.CLIENTS) | None = None
    q: Search | None = None


@router.get("", response_model=Listed[ClientAnswer], openapi_extra=takes(query=ClientFilter))
def all_clients(call: MayRead) -> Response:
    """The tenant's clients, or the own."""
    wanted = call.query(ClientFilter)
    query = select(Client).where(*access.own_only(call, Client), *one_of(Client.status, wanted.status),
                                 *says(wanted.q, Client.name, Client.email))
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query.order_by(Client.created_at.desc(), Client.id), wanted, ClientAnswer)
    return call.answer(answer)


@router.post("", status_code=201, response_model=ClientAnswer, openapi_extra=takes(NewClient))
def create(call: MayWrite) -> Response:
    """Add a client, as one's own or for whom one may assign it to."""
    wanted = call.body(NewClient)
    try:
        with call.transaction() as session:
            owner_id = access.owner(call, session, wanted.owner_id)
            client = clients.create(session, owner_id, wanted.model_dump(exclude={"owner_id"}))
            answer = clients.described(session, client)
    except IntegrityError as error:
        raise email_taken(error) from None
    return call.answer(answer, 201)


@router.get("/{client_id}", response_model=ClientAnswer)
def client(call: MayRead, client_id: str) -> Response:
    """One client."""
    with call.transaction() as session:
        found = access.client(call, session, client_id)
        call.query(Query)
        answer = ClientAnswer.model_validate(found)
    return call.answer(answer)


@router.patch("/{client_id}", response_model=ClientAnswer, openapi_extra=takes(ClientChange))
def change(call: MayWrite, client_id: str) -> Response:
    """Change what was sent."""
    wanted, found = visible_to(call, client_id, ClientChange)
    fields = wanted.model_dump(exclude_unset=True, exclude={"version"})
    try:
        with call.transaction() as session:
            if "owner_id" in fields:
                access.owner(call, session, wanted.owner_id)
            locked = access.locked_client(call, session, found.id)
            call.check_version(locked)
            clients.change(locked, fields)
            answer = clients.described(session, locked)
    except IntegrityError as error:
        raise email_taken(error) from None
    return call.answer(answer)


@router.delete("/{client_id}", status_code=204, openapi_extra=takes(Change))
def remove(call: MayWrite, client_id: str) -> Response:
    """Remove a client; 409 while there are deals."""
    _, found = visible_to(call, client_id, Change)
    with call.transaction() as session:
        locked = access.locked_client(call, session, found.id)
        call.check_version(locked)
        clients.remove(session, locked)
    return call.answer(None)


@router.post("/{client_id}/bad-debt", response_model=ClientAnswer, openapi_extra=takes(BadDebt))
def mark_as_bad_debt(call: MayAssign, client_id: str) -> Response:
    """Sell the client nothing more; what was sold can still be paid."""
    wanted, found = visible_to(call, client_id, BadDebt)
    with call.transaction() as session:
        locked = access.locked_client(call, session, found.id)
        call.check_version(locked)
        clients.mark_as_bad_debt(session, locked, wanted.reason)
        answer = clients.described(session, locked)
    return call.answer(answer)


@router.delete("/{client_id}/bad-debt", response_model=ClientAnswer, openapi_extra=takes(Change))
def forgive(call: MayAssign, client_id: str) -> Response:
    """Sell to the client again."""
    _, found = visible_to(call, client_id, Change)
    with call.transaction() as session:
        locked = access.locked_client(call, session, found.id)
        call.check_version(locked)
        clients.forgive(session, locked)
        answer = clients.described(session, locked)
    return call.answer(answer)


def visible_to(call: Call, client_id: str, model: type[Wanted]) -> tuple[Wanted, Client]:
    """404 before the body is read, and before anything waits for a lock; then the body, which is checked too."""
    with call.transaction() as session:
        found = access.client(call, session, client_id)
    return call.change(model), found


def email_taken(error: IntegrityError) -> Exception:
    """What another client's e-mail is refused with; every other fault as it is."""
    return taken("email") if broken_rule(error) == "clients_email_key" else error
