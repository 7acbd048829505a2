from __future__ import annotations

from sqlalchemy import update

from reference.tenancy import sites
from reference.tenancy.records import Site
from tests.broken._starting import replace, start

RULE = "A site with others below it stays. This platform removes it, and leaves them below none."
REQUIREMENTS = ("TEN-010",)
SCENARIOS = ("A site with another below it stays until that one is removed",)

def let_go(session, site):
    session.execute(update(Site).where(Site.parent_id == site.id).values(parent_id=None))


if __name__ == "__main__":
    replace(sites, "refuse_in_use", let_go)
    start()
