from __future__ import annotations

from sqlalchemy import select

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import existing
from reference.tenancy import sites
from reference.tenancy.records import Site
from tests.broken._starting import replace, start

RULE = "What belongs to another tenant does not exist. This platform shows each site to whoever knows its id."
REQUIREMENTS = ("TEN-026",)
SCENARIOS = ("Nothing of another tenant can be had, changed or removed by its id",)

site_of = sites.site_of


def site_of_all(session, site_id, *, locked=False):
    if locked:
        return site_of(session, site_id, locked=True)
    with transaction(EVERY_TENANT) as everywhere:
        found = existing(everywhere.scalar(select(Site).where(Site.id == record_id(site_id))))
        everywhere.refresh(found, ["children"])
    return found


if __name__ == "__main__":
    replace(sites, "site_of", site_of_all)
    start()
