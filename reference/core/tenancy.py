"""Which tenant a request names, by its host or by ``X-Tenant``, and what is made together with a new tenant."""

from __future__ import annotations

import re
from collections.abc import Callable
from ipaddress import ip_address
from uuid import UUID

from sqlalchemy import select

from reference.core.database import EVERY_TENANT, TenantSession, transaction
from reference.core.errors import Problem, tenant_suspended
from reference.core.settings import settings
from reference.tenancy.records import Tenant

# What each area adds to a new tenant, in the tenant's own transaction: (session, tenant) -> None.
at_creation: list[Callable[[TenantSession, Tenant], None]] = []


def named_by_host(host: str) -> str | None:
    """The slug that a Host header names: None for the base domain, an IP address and localhost."""
    name = re.sub(r":\d*$", "", host.strip()).lower().rstrip(".")
    base = settings().base_domain.lower()
    if name in ("", base, "localhost") or _is_address(name):
        return None
    return name.removesuffix(f".{base}")


def _is_address(name: str) -> bool:
    try:
        ip_address(name.strip("[]"))
    except ValueError:
        return False
    return True


def named(host: str, header: str) -> str | None:
    """The slug that a request names, None where it names none; 403 where host and header differ."""
    by_host, by_header = named_by_host(host), header.strip() or None
    if by_host and by_header and by_host != by_header:
        raise other_tenant()
    return by_host or by_header


def other_tenant() -> Problem:
    return Problem(403, detail="The request does not belong to the tenant that it names.")


def find(slug: str | None) -> Tenant | None:
    """The tenant of a request before sign-in: 403 where it is unknown, 410 where it is suspended."""
    if slug is None:
        return None
    with transaction(EVERY_TENANT) as session:
        tenant = session.scalar(select(Tenant).where(Tenant.slug == slug))
    if tenant is None:
        raise other_tenant()
    refuse_suspended(tenant.status)
    return tenant


def refuse_suspended(status: str) -> None:
    if status == "suspended":
        raise tenant_suspended()


def is_active(tenant_id: UUID) -> bool:
    """Whether anything may be done for the tenant: it is there, and not suspended."""
    with transaction(tenant_id) as session:
        return session.scalar(select(Tenant.status).where(Tenant.id == tenant_id)) == "active"
