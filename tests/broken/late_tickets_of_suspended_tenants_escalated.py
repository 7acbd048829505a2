from __future__ import annotations

from uuid import UUID

from sqlalchemy import select

from reference.core import recurring
from reference.core.database import EVERY_TENANT, transaction
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "Nothing is done for a suspended tenant. This platform looks for its late tickets as for those of others."
REQUIREMENTS = ("TEN-022",)
SCENARIOS = ("Nothing of a suspended tenant goes up, and what is of others does",)


def tenants(tenant_id):
    if tenant_id is not None:
        return [UUID(tenant_id)]
    with transaction(EVERY_TENANT) as session:
        return list(session.scalars(select(Tenant.id).order_by(Tenant.id)))


if __name__ == "__main__":
    replace(recurring, "tenants", tenants)
    start()
