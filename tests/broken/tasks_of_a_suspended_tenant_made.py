from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from reference.core import recurring
from reference.core.database import EVERY_TENANT, transaction
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "For a suspended tenant nothing is made. This platform goes on."
REQUIREMENTS = ("TEN-022",)
SCENARIOS = ("For a suspended tenant no task is made, and others are served",)

def all_tenants(tenant_id):
    if tenant_id is not None:
        return [UUID(tenant_id)]
    with transaction(EVERY_TENANT) as session:
        return list(session.scalars(select(Tenant.id)))


if __name__ == "__main__":
    replace(recurring, "tenants", all_tenants)
    start()
