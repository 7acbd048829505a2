from __future__ import annotations

from reference.core import database
from reference.sales import rules
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "A payment is decided once. On this platform a rejected one can still be verified."
REQUIREMENTS = ("SAL-040",)
SCENARIOS = ("Each decision is made where it is possible, and else leaves nothing behind",)


if __name__ == "__main__":
    replace(database, "await_schema", without("ALTER TABLE deals DROP CONSTRAINT IF EXISTS deals_pending_total_check"))
    replace(rules.PAYMENTS, "rejected", ("verified",))
    start()
