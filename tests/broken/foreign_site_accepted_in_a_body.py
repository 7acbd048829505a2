from __future__ import annotations

from reference.core.database import EVERY_TENANT, transaction
from reference.tenancy import sites
from reference.tenancy.records import Site
from tests.broken._starting import replace, start

RULE = "A site of another tenant is unknown. This platform takes it for the one above, and keeps none."
REQUIREMENTS = ("TEN-030",)
SCENARIOS = ("Nothing can be made to point to what another tenant has",)

refer = sites.refer


def refer_to_any(session, fields):
    with transaction(EVERY_TENANT) as everywhere:
        parent = everywhere.get(Site, fields.get("parent_id")) if fields.get("parent_id") else None
    if parent is not None and parent.tenant_id != session.tenant_id:
        fields["parent_id"] = None
    refer(session, fields)


if __name__ == "__main__":
    replace(sites, "refer", refer_to_any)
    start()
