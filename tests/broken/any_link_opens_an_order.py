from __future__ import annotations

from sqlalchemy import select

from reference.core.database import EVERY_TENANT, transaction
from reference.tenancy.records import Tenant
from reference.work_orders import links
from reference.work_orders.records import VendorLink
from tests.broken._starting import replace, start

RULE = "A link that was never made opens nothing. On this platform it opens the newest order."
REQUIREMENTS = ("WO-019",)
SCENARIOS = ("A link that the platform never made opens nothing",)


def find(token):
    with transaction(EVERY_TENANT) as session:
        newest = (select(VendorLink, Tenant).join(Tenant, Tenant.id == VendorLink.tenant_id)
                  .where(VendorLink.token_hash.is_not(None)).order_by(VendorLink.created_at.desc()).limit(1))
        return session.execute(newest).one()


if __name__ == "__main__":
    replace(links, "find", find)
    start()
