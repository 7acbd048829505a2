from __future__ import annotations

from reference.core.answers import listed
from reference.core.database import EVERY_TENANT, transaction
from reference.tenancy import sites
from tests.broken._starting import replace, start

RULE = "A list holds the own tenant's sites. This platform lists those of all."
REQUIREMENTS = ("TEN-027",)
SCENARIOS = ("Nothing of another tenant is in a list, a search or a number",)

def listed_everywhere(session, query, page, shape):
    with transaction(EVERY_TENANT) as everywhere:
        return listed(everywhere, query, page, shape)


if __name__ == "__main__":
    replace(sites, "listed", listed_everywhere)
    start()
