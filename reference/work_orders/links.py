"""The links by which vendors come: at most one of an order is good, for 72 hours from its mailing.

What opens a link is random, and made only when it is mailed: neither the database nor the task queue ever holds it.
"""

from __future__ import annotations

from sqlalchemy import select

from reference.core import clock, outbox
from reference.core.database import EVERY_TENANT, TenantSession, transaction
from reference.core.errors import Problem
from reference.core.identity import secret_hash
from reference.tenancy.records import Tenant
from reference.work_orders import rules
from reference.work_orders.records import VendorLink, WorkOrder

QUEUE = "email"


def mail_anew(session: TenantSession, order: WorkOrder) -> None:
    """Have the vendor sent a link; the one before is good for nothing any more. The order's row is locked."""
    end(session, order)
    link = VendorLink(work_order_id=order.id, email=order.vendor["email"])
    session.add(link)
    session.flush()
    outbox.send_task(session, "work_orders.send_vendor_mail",
                     {"tenant_id": str(session.tenant_id), "link_id": str(link.id)}, queue=QUEUE)


def end(session: TenantSession, order: WorkOrder) -> None:
    """Let no link of the order be good any more."""
    for link in session.scalars(select(VendorLink).where(VendorLink.work_order_id == order.id,
                                                         VendorLink.ended_at.is_(None))):
        link.ended_at = clock.now()
    session.flush()  # before there is another: at most one is good


def make_token(link: VendorLink) -> str:
    """What opens the link from now on, for its whole time."""
    token = rules.new_token()
    link.token_hash, link.expires_at = secret_hash(token), clock.now() + rules.LINK_TIME
    return token


def find(token: str) -> tuple[VendorLink, Tenant] | None:
    """The link that the token opens or once opened, and whose it is."""
    with transaction(EVERY_TENANT) as session:
        found = session.execute(select(VendorLink, Tenant).join(Tenant, Tenant.id == VendorLink.tenant_id)
                                .where(VendorLink.token_hash == secret_hash(token))).one_or_none()
    return tuple(found) if found else None


def refuse_over(link: VendorLink, order: WorkOrder) -> None:
    """410 for a link that has expired, was replaced, or whose order was cancelled."""
    if link.ended_at is not None or link.expires_at <= clock.now() or order.status == "cancelled":
        raise Problem(410, "Link not valid any more", "The link has expired, was replaced, or its work was cancelled.")
