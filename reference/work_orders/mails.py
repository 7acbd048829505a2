"""The mails about work orders. Whatever somebody typed is escaped in them."""

from __future__ import annotations

from reference.core.mail import Mail, of_lines, one_line
from reference.core.settings import settings
from reference.tenancy.records import Tenant
from reference.work_orders import rules
from reference.work_orders.records import VendorLink, WorkOrder


def to_vendor(order: WorkOrder, link: VendorLink, tenant: Tenant, token: str) -> Mail:
    """The work that the vendor is asked to do, and the link to it."""
    address = f"https://{tenant.slug}.{settings().base_domain}/vendor/work-orders?token={token}"
    name, title, place = (one_line(text) for text in (order.vendor["name"], order.title, tenant.name))
    hours = int(rules.LINK_TIME.total_seconds()) // 3600
    return of_lines(str(link.id), name, link.email, f"Work order {order.number}: {title}",
                 (f"Hello {name},", f"{place} asks you to do this work: {title} ({order.number}).",
                  f"Accept or decline it within {hours} hours:"), address)


def of_permit(order: WorkOrder, tenant: Tenant, email: str) -> Mail:
    """For a site's security: which permit was approved for what."""
    title, place = one_line(order.title), one_line(order.site.name) if order.site else ""
    kind = (order.permit_type or "").replace("_", " ")
    return of_lines(f"{order.id}.{order.round}", "", email, f"Permit approved: {order.number}",
                 (f"The permit ({kind}) for this work was approved: {title} ({order.number}).", f"Site: {place}"))


def security_email(order: WorkOrder, tenant: Tenant) -> str | None:
    """Whom to tell of a permit: the site's address, else the tenant's."""
    return (order.site.security_email if order.site else None) or tenant.settings["security_email"]
