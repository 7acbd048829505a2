from __future__ import annotations

from sqlalchemy import select

from reference.accounts import api
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "A slug that is taken is nobody else's. This platform makes whoever registers it an administrator there."
REQUIREMENTS = ("TEN-005",)
SCENARIOS = ("A slug that is taken is nobody else's",)

make = api.create_tenant


def create_tenant(session, slug, name):
    return session.scalar(select(Tenant).where(Tenant.slug == slug)) or make(session, slug, name)


if __name__ == "__main__":
    replace(api, "create_tenant", create_tenant)
    start()
