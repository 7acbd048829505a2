"""The mails that follow a decision: to the vendor, and to the site's security."""

from __future__ import annotations

import logging
from uuid import UUID

from celery import Task
from sqlalchemy import select

from reference.core import clock, mail, retries
from reference.core.database import transaction
from reference.core.tasks import celery
from reference.tenancy.records import Tenant
from reference.work_orders import links, mails, rules
from reference.work_orders.records import VendorLink, WorkOrder

log = logging.getLogger(__name__)


@celery.task(bind=True, name="work_orders.send_vendor_mail")
def send_vendor_mail(task: Task, tenant_id: str, link_id: str) -> None:
    """Make what opens the link and mail it, unless the link is good for nothing any more or was mailed."""
    with transaction(UUID(tenant_id)) as session:
        link = session.scalar(select(VendorLink).where(VendorLink.id == UUID(link_id)).with_for_update(of=VendorLink))
        if link is None or link.ended_at is not None or link.mailed_at is not None:
            return
        order = session.get_one(WorkOrder, link.work_order_id)
        if order.status not in rules.MAILABLE or order.vendor is None:
            return
        written = mails.to_vendor(order, link, session.get_one(Tenant, session.tenant_id), links.make_token(link))
    send(task, written)
    with transaction(UUID(tenant_id)) as session:
        session.get_one(VendorLink, UUID(link_id)).mailed_at = clock.now()


@celery.task(bind=True, name="work_orders.send_permit_mail")
def send_permit_mail(task: Task, tenant_id: str, work_order_id: str) -> None:
    """Tell the site's security of an approved permit, where there is somebody to be told."""
    with transaction(UUID(tenant_id)) as session:
        order, tenant = session.get(WorkOrder, UUID(work_order_id)), session.get_one(Tenant, UUID(tenant_id))
        email = mails.security_email(order, tenant) if order else None
        if order is None or email is None:
            return
        written = mails.of_permit(order, tenant, email)
    send(task, written)


def send(task: Task, written: mail.Mail) -> None:
    """Hand the mail over; where that fails, have the task tried again."""
    try:
        mail.send(written)
    except mail.FAILURES as error:
        log.warning("mail %s waits: %s", written.identifier, type(error).__name__)
        retries.try_again(task, links.QUEUE, error)
