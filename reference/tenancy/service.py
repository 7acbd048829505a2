"""What other areas need of tenants: making one with everything it has, and the names under which it is counted."""

from __future__ import annotations

import re
from typing import Annotated, Any
from uuid import UUID, uuid4

from pydantic import AfterValidator, WithJsonSchema

from reference.core import clock, inputs, tenancy
from reference.core.database import TenantSession
from reference.core.inputs import Text
from reference.tenancy.records import Tenant

SLUG_FORM = re.compile(r"[a-z0-9-]{1,50}")


def is_slug(text: str) -> bool:
    return SLUG_FORM.fullmatch(text) is not None


def _slug(text: str) -> Any:
    if not is_slug(text):
        raise inputs.fault("format", "Lower-case letters, digits and hyphens only.")
    return text


Slug = Annotated[Text(1, 50), AfterValidator(_slug),
                 WithJsonSchema({"type": "string", "pattern": "^[a-z0-9-]{1,50}$"})]


def create_tenant(session: TenantSession, slug: str, name: str) -> Tenant:
    """A new tenant in the session's transaction; breaks ``tenants_slug_key`` where the slug is taken."""
    tenant = Tenant(id=uuid4(), slug=slug, name=name)
    session.add(tenant)
    session.flush()
    for add in tenancy.at_creation:
        add(session, tenant)
    return tenant


def current_month() -> str:
    """The UTC month for which missions are counted now, such as 2026-11."""
    return clock.now().strftime("%Y-%m")


def cache_key(tenant_id: UUID) -> str:
    return f"cache:tenant:{tenant_id}"
