from __future__ import annotations

from reference.core import database
from reference.sales import deals
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "A deal is not due before its own day. On this platform its day moves behind."
REQUIREMENTS = ("SAL-036",)
SCENARIOS = ("A deal is not due before its own day, and may be due on it",)


def refuse_due_before(deal_date, due_date):
    pass


if __name__ == "__main__":
    replace(database, "await_schema", without("ALTER TABLE deals DROP CONSTRAINT IF EXISTS deals_due_check"))
    replace(deals, "refuse_due_before", refuse_due_before)
    start()
