from __future__ import annotations

from sqlalchemy import func, select

from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import taken
from reference.tenancy import sites
from reference.tenancy.records import Site
from tests.broken._starting import replace, start

RULE = "Two tenants may use the same code for a site. This platform lets each code be used once in all."
REQUIREMENTS = ("TEN-008",)
SCENARIOS = ("Two tenants use the same code",)

refer = sites.refer


def refer_and_look_everywhere(session, fields):
    with transaction(EVERY_TENANT) as everywhere:
        if everywhere.scalar(select(Site.id).where(func.lower(Site.code) == fields.get("code", "").lower())) is not None:
            raise taken("code")
    refer(session, fields)


if __name__ == "__main__":
    replace(sites, "refer", refer_and_look_everywhere)
    start()
