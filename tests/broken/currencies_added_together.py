from __future__ import annotations

from reference.sales import dashboard_api
from tests.broken._starting import replace, start

RULE = "Currencies are never added together. This platform totals all as one."
REQUIREMENTS = ("ANA-014",)
SCENARIOS = ("Currencies are never added together",)

totals = dashboard_api.totals


def one_total(session, which):
    found = totals(session, which)
    sums = {name: sum(getattr(each, name) for each in found) for name in ("deal_value", "paid", "pending", "outstanding")}
    return [dashboard_api.Totals(currency="USD", **sums)] if found else []


if __name__ == "__main__":
    replace(dashboard_api, "totals", one_total)
    start()
