from __future__ import annotations

from sqlalchemy import select

from reference.core import tenancy
from reference.core.database import EVERY_TENANT, transaction
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "Nobody signs in at a suspended tenant. This platform refuses its tokens alone."
REQUIREMENTS = ("TEN-020",)
SCENARIOS = ("Nobody signs in at a suspended tenant",)

def find(slug):
    if slug is None:
        return None
    with transaction(EVERY_TENANT) as session:
        tenant = session.scalar(select(Tenant).where(Tenant.slug == slug))
    if tenant is None:
        raise tenancy.other_tenant()
    return tenant


if __name__ == "__main__":
    replace(tenancy, "find", find)
    start()
