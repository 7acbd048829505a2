"""Invitations: sent, listed and taken back by administrators, accepted by who has the link."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Response
from pydantic import BeforeValidator, Field
from sqlalchemy import select

from reference.accounts import invitations, rules
from reference.accounts.records import Invitation
from reference.accounts.shapes import InvitationAnswer, Modules, PersonAnswer
from reference.core import inputs, tenancy
from reference.core.answers import Listed, listed, takes
from reference.core.calls import Anybody, Call, needs, record_id
from reference.core.database import EVERY_TENANT, TenantSession, transaction
from reference.core.errors import Fault, existing
from reference.core.inputs import Body, Email, Identifier, Nothing, Page, Password, Text
from reference.core.permissions import ROLES
from reference.core.references import referred
from reference.core.routes import Router
from reference.tenancy.records import Site, Tenant

router = Router(prefix="/api/v2/invitations", tags=["accounts"])
Manager = Annotated[Call, needs("people.manage")]


class NewInvitation(Body):
    email: Email
    full_name: Text(2, 100)
    role: Literal[ROLES]
    site_id: Identifier | None = None
    modules: Modules | None = None
    onboarding: bool = False


class Acceptance(Body):
    """Who accepts says nothing but a password: e-mail and role are the invitation's."""

    token: Annotated[str, BeforeValidator(inputs.refuse_unstorable), Field(min_length=1, max_length=1000)]
    password: Password


@router.post("", status_code=201, response_model=InvitationAnswer, openapi_extra=takes(NewInvitation))
def invite(call: Manager) -> Response:
    """Invite somebody by mail."""
    wanted = call.body(NewInvitation)
    with call.transaction() as session:
        referred(session, Site, wanted.site_id, "site_id")
        invitation = Invitation(**wanted.model_dump(), invited_by_id=call.person.person_id)
        invitations.invite(session, invitation, call.request_id)
        answer = InvitationAnswer.model_validate(invitation)
    return call.answer(answer, 201)


@router.get("", response_model=Listed[InvitationAnswer], openapi_extra=takes(query=Page))
def list_invitations(call: Manager) -> Response:
    """The invitations of the tenant, whatever became of them."""
    wanted = call.query(Page)
    with call.transaction() as session:
        answer = listed(session, select(Invitation).order_by(Invitation.created_at.desc(), Invitation.id), wanted,
                        InvitationAnswer)
    return call.answer(answer)


@router.post("/{invitation_id}/resend", response_model=InvitationAnswer, openapi_extra=takes(Nothing))
def resend(call: Manager, invitation_id: str) -> Response:
    """Send a new link; the one before is worth nothing any more."""
    with call.transaction() as session:
        invitation = _locked(session, invitation_id)
        call.body(Nothing)
        invitations.resend(session, invitation, call.request_id)
        session.flush()
        answer = InvitationAnswer.model_validate(invitation)
    return call.answer(answer)


@router.delete("/{invitation_id}", status_code=204, openapi_extra=takes(Nothing))
def revoke(call: Manager, invitation_id: str) -> Response:
    """Take an invitation back."""
    with call.transaction() as session:
        invitation = _locked(session, invitation_id)
        call.body(Nothing)
        invitations.revoke(session, invitation)
    return call.answer(None)


def _locked(session: TenantSession, invitation_id: str) -> Invitation:
    return existing(session.scalar(select(Invitation).where(Invitation.id == record_id(invitation_id))
                                   .with_for_update(of=Invitation)))


@router.post("/accept", response_model=PersonAnswer, responses={403: {}, 410: {}}, openapi_extra=takes(Acceptance))
def accept(visit: Anybody) -> Response:
    """Become a person of the tenant, with a password of one's own."""
    named = tenancy.find(visit.named_tenant())
    wanted = visit.body(Acceptance)
    link = rules.link_of(wanted.token)
    with transaction(EVERY_TENANT) as session:
        tenant = session.scalar(select(Tenant).join(Invitation, Invitation.tenant_id == Tenant.id)
                                .where(Invitation.id == link[0])) if link else None
    if tenant is None:
        raise inputs.faulty([Fault("token", "unknown", "There is no such link.")])
    if named is not None and named.id != tenant.id:
        raise tenancy.other_tenant()
    tenancy.refuse_suspended(tenant.status)
    password_hash = rules.hash_password(wanted.password)
    with transaction(tenant.id) as session:
        invitation = invitations.locked_by_link(session, link)
        faults = rules.password_fault("password", wanted.password, invitation.email)
        if faults:
            raise inputs.faulty(faults)
        person = invitations.accept(session, invitation, password_hash)
        session.flush()
        answer = PersonAnswer.model_validate(person)
    return visit.answer(answer)
