from __future__ import annotations

from reference.sales import dashboard_api
from tests.broken._starting import replace, start

RULE = "A salesperson's dashboard knows the own deals. On this platform it knows all."
REQUIREMENTS = ("ANA-014",)
SCENARIOS = ("A salesperson's dashboard knows the own deals only",)

totals = dashboard_api.totals


def totals_of_all(session, which):
    return totals(session, [])


if __name__ == "__main__":
    replace(dashboard_api, "totals", totals_of_all)
    start()
