from __future__ import annotations

from sqlalchemy import select

from reference.accounts import api
from reference.core.database import EVERY_TENANT, transaction
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "Tenant and administrator are made together or not at all. This platform stores the tenant first."
REQUIREMENTS = ("TEN-035",)
SCENARIOS = ("A registration that the database breaks off leaves nothing behind",)

make = api.create_tenant


def create_tenant(session, slug, name):
    with transaction(EVERY_TENANT) as first:
        make(first, slug, name)
    return session.scalar(select(Tenant).where(Tenant.slug == slug))


if __name__ == "__main__":
    replace(api, "create_tenant", create_tenant)
    start()
