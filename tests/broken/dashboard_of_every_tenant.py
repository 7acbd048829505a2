from __future__ import annotations

from reference.core.database import EVERY_TENANT, transaction
from reference.sales import dashboard_api
from tests.broken._starting import replace, start

RULE = "No total of a tenant knows another's deals. On this platform the dashboard totals all."
REQUIREMENTS = ("TEN-028",)
SCENARIOS = ("Nothing of another tenant is in a list, a search or a number",)

totals = dashboard_api.totals


def totals_of_all(session, which):
    with transaction(EVERY_TENANT) as every:
        return totals(every, which)


if __name__ == "__main__":
    replace(dashboard_api, "totals", totals_of_all)
    start()
