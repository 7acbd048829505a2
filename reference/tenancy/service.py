"""What other areas need of tenants: making one with everything it has, and the names under which it is counted."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Annotated
from uuid import UUID, uuid4

from pydantic import Field

from reference.core import tenancy
from reference.core.database import TenantSession
from reference.core.inputs import Text
from reference.tenancy.records import Tenant, current_month

Slug = Annotated[Text(1, 50), Field(pattern="^[a-z0-9-]{1,50}$")]

# What of other areas is open at sites: "tasks", "work orders" … -> (session, ids of sites) -> how many, by site. It
# keeps a site from being removed; a site's answer counts its open tasks.
open_at_sites: dict[str, Callable[[TenantSession, Collection[UUID]], dict[UUID, int]]] = {}


def create_tenant(session: TenantSession, slug: str, name: str) -> Tenant:
    """A new tenant in the session's transaction; breaks ``tenants_slug_key`` where the slug is taken."""
    tenant = Tenant(id=uuid4(), slug=slug, name=name)
    session.add(tenant)
    session.flush()
    for add in tenancy.at_creation:
        add(session, tenant)
    return tenant


def cache_key(tenant_id: UUID) -> str:
    """Where a tenant is cached: each month anew, since it shows how many missions were made in it."""
    return f"cache:tenant:{tenant_id}:{current_month()}"
