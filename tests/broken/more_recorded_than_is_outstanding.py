from __future__ import annotations

from reference.core import database
from reference.sales import payments
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "No cent more is recorded than is outstanding. On this platform any amount is."
REQUIREMENTS = ("SAL-029", "SAL-055")
SCENARIOS = (
    "No cent more is recorded than what is outstanding",
    "Of six payments at once as many are recorded as there is room for",
    "Of two who record what is left at the same moment one does, and the other is told",
)


def refuse_too_much(deal, amount):
    pass


if __name__ == "__main__":
    replace(database, "await_schema", without("ALTER TABLE deals DROP CONSTRAINT IF EXISTS deals_money_check"))
    replace(payments, "refuse_too_much", refuse_too_much)
    start()
