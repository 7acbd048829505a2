from __future__ import annotations

from reference.core import database
from reference.sales import deals
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "A deal's value never falls below the money on it. On this platform it does."
REQUIREMENTS = ("SAL-011",)
SCENARIOS = ("A deal's value never falls below the money that is paid or on its way",)


def refuse_too_low(deal, value):
    pass


if __name__ == "__main__":
    replace(database, "await_schema", without("ALTER TABLE deals DROP CONSTRAINT IF EXISTS deals_money_check"))
    replace(deals, "refuse_too_low", refuse_too_low)
    start()
