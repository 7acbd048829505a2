from __future__ import annotations

from secrets import token_hex

from sqlalchemy import select

from reference.accounts import api
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "An account can be registered once. This platform gives the second registration another tenant."
REQUIREMENTS = ("ACC-001",)
SCENARIOS = ("Somebody registers a tenant and is signed in at once",)

make_tenant = api.create_tenant


def create_tenant(session, slug, name):
    is_taken = session.scalar(select(Tenant.id).where(Tenant.slug == slug)) is not None
    return make_tenant(session, f"{slug[:40]}-{token_hex(4)}" if is_taken else slug, name)


if __name__ == "__main__":
    replace(api, "create_tenant", create_tenant)
    start()
