"""Invitations: how somebody is invited and uninvited, what the mail says, and how the link is used."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from reference.accounts import rules
from reference.accounts.records import Invitation, Person
from reference.core import cause, clock, outbox
from reference.core.database import TenantSession, broken_rule
from reference.core.errors import Problem, taken, wrong_state
from reference.core.mail import Mail, of_lines, one_line
from reference.core.settings import settings
from reference.tenancy.records import Tenant

SUBJECT = "Activate your account"


def invite(session: TenantSession, invitation: Invitation, request_id: str) -> None:
    """Store the invitation and the person who is invited, and have the mail sent; 409 where the e-mail is somebody's."""
    person = Person(email=invitation.email, full_name=invitation.full_name, role=invitation.role, status="invited",
                    site_id=invitation.site_id, modules=invitation.modules, onboarding_completed=not invitation.onboarding)
    session.add(person)
    try:
        session.flush()
    except IntegrityError as error:
        if broken_rule(error) == "people_email_key":
            raise taken("email") from None
        raise
    invitation.person_id, invitation.expires_at = person.id, clock.now() + rules.INVITATION_TIME
    session.add(invitation)
    session.flush()
    _send(session, invitation, request_id)


def resend(session: TenantSession, invitation: Invitation, request_id: str) -> None:
    """A new link with the whole time, which takes the place of the one before."""
    require_pending(invitation)
    invitation.links += 1
    invitation.expires_at = clock.now() + rules.INVITATION_TIME
    _send(session, invitation, request_id)


def revoke(session: TenantSession, invitation: Invitation) -> None:
    """The link is worth nothing any more, and the e-mail is free again."""
    require_pending(invitation)
    invitation.status = "revoked"
    session.get_one(Person, invitation.person_id, with_for_update=True).status = "removed"


def accept(session: TenantSession, invitation: Invitation, password_hash: str) -> Person:
    """Make the invited person active, with what the invitation says; from now on the person acts. The
    invitation's row is locked."""
    invitation.status = "accepted"
    person = session.get_one(Person, invitation.person_id, with_for_update=True)
    person.status, person.password_hash = "active", password_hash
    cause.present().is_now(person)
    return person


def locked_by_link(session: TenantSession, link: tuple) -> Invitation:
    """The invitation of a link that is good; 410 for one that was used, is over, was revoked or replaced."""
    invitation_id, number = link
    invitation = session.scalar(select(Invitation).where(Invitation.id == invitation_id)
                                .with_for_update(of=Invitation))
    if invitation is None or invitation.links != number or not is_open(invitation):
        raise link_over()
    return invitation


def link_over() -> Problem:
    return Problem(410, "Link not valid any more", "The link was used, has expired, or was taken back.")


def is_open(invitation: Invitation) -> bool:
    return invitation.status == "pending" and invitation.expires_at > clock.now()


def require_pending(invitation: Invitation) -> None:
    if invitation.status != "pending":
        raise wrong_state(invitation.status, ())


def mail_of(invitation: Invitation, tenant: Tenant) -> Mail:
    """What the invited person is sent. Names are escaped in it: they are whatever somebody typed."""
    link = (f"https://{tenant.slug}.{settings().base_domain}/invitations/accept"
            f"?token={rules.link_secret(invitation.id, invitation.links)}")
    name, inviter, place = (one_line(text) for text in (invitation.full_name, invitation.invited_by.full_name, tenant.name))
    lines = (f"Hello {name},", f"{inviter} invites you to join {place} ({invitation.role}).",
             f"Choose your password within {rules.INVITATION_TIME.days} days:")
    return of_lines(f"{invitation.id}.{invitation.links}", name, invitation.email, SUBJECT, lines, link)


def _send(session: TenantSession, invitation: Invitation, request_id: str) -> None:
    outbox.send_task(session, "accounts.send_invitation",
                     {"tenant_id": str(invitation.tenant_id), "invitation_id": str(invitation.id),
                      "number": invitation.links, "request_id": request_id}, queue="email")
