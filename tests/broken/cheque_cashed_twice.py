from __future__ import annotations

from reference.core import database
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "The number of a cheque is used once in a tenant. This platform takes it again."
REQUIREMENTS = ("SAL-039",)
SCENARIOS = ("The number of a cheque is used once in a tenant",)


if __name__ == "__main__":
    replace(database, "await_schema", without("ALTER TABLE payments DROP CONSTRAINT IF EXISTS payments_cheque_key"))
    start()
