from __future__ import annotations

from reference.core.answers import listed
from reference.core.database import EVERY_TENANT, transaction
from reference.site_tasks import api
from tests.broken._starting import replace, start

RULE = "A list of tasks holds the tenant's own. This platform lists everybody's."
REQUIREMENTS = ("TEN-025",)
SCENARIOS = ("Two tenants that each have one task find that one alone",)

def listed_everywhere(_session, query, page, shape):
    with transaction(EVERY_TENANT) as everywhere:
        return listed(everywhere, query, page, shape)


if __name__ == "__main__":
    replace(api, "listed", listed_everywhere)
    start()
