"""What follows an invitation: its mail."""

from __future__ import annotations

import logging
from uuid import UUID

from celery import Task
from sqlalchemy import select

from reference.accounts import invitations
from reference.accounts.records import Invitation
from reference.core import mail, retries
from reference.core.database import transaction
from reference.core.tasks import celery
from reference.tenancy.records import Tenant

QUEUE = "email"
log = logging.getLogger(__name__)


@celery.task(bind=True, name="accounts.send_invitation")
def send_invitation(task: Task, tenant_id: str, invitation_id: str, number: int, request_id: str) -> None:
    """Send the link of this number, unless it is good for nothing any more."""
    with transaction(UUID(tenant_id)) as session:
        found = session.execute(select(Invitation, Tenant).join(Tenant, Tenant.id == Invitation.tenant_id)
                                .where(Invitation.id == UUID(invitation_id))).one_or_none()
        if found is None or found.Invitation.links != number or not invitations.is_open(found.Invitation):
            return
        written = invitations.mail_of(found.Invitation, found.Tenant)
    try:
        mail.send(written)
    except mail.FAILURES as error:
        log.warning("the mail of invitation %s waits: %s, request %s", invitation_id, type(error).__name__, request_id)
        retries.try_again(task, QUEUE, error)
