from __future__ import annotations

from reference.core import database
from reference.core.money import Exact
from reference.sales import commissions_api
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "A rate is at most 100 percent. This platform takes 100.01."
REQUIREMENTS = ("SAL-043",)
SCENARIOS = ("Terms that are none are refused",)


class NewCommission(commissions_api.NewCommission):
    rate: Exact("0.00", "100.01")


if __name__ == "__main__":
    replace(database, "await_schema", without("ALTER TABLE commissions DROP CONSTRAINT IF EXISTS commissions_rate_check"))
    replace(commissions_api, "NewCommission", NewCommission)
    start()
