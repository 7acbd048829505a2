from __future__ import annotations

from sqlalchemy import select

from reference.core import calls
from reference.core.database import EVERY_TENANT, transaction
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "Who names a tenant that does not exist is refused. This platform takes that for no name, of who is signed in."
REQUIREMENTS = ("TEN-017",)
SCENARIOS = ("Who names a tenant that does not exist gets nowhere",)

named = calls.Visit.named_tenant


def named_tenant(visit):
    slug = named(visit)
    if slug is None or not visit.header("authorization"):
        return slug
    with transaction(EVERY_TENANT) as session:
        return session.scalar(select(Tenant.slug).where(Tenant.slug == slug))


if __name__ == "__main__":
    replace(calls.Visit, "named_tenant", named_tenant)
    start()
