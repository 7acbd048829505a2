from __future__ import annotations

from reference.core import database
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "There is one commission for a person, a currency and a period. This platform makes another."
REQUIREMENTS = ("SAL-045",)
SCENARIOS = ("There is one commission for a person, a currency and a period",)


if __name__ == "__main__":
    replace(database, "await_schema", without("ALTER TABLE commissions DROP CONSTRAINT IF EXISTS commissions_period_key"))
    start()
