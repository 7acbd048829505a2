from __future__ import annotations

from reference.core import database
from reference.sales import payments
from tests.broken._starting import replace, start
from tests.broken._unguarded import without

RULE = "Nobody decides on a payment that the same person recorded. On this platform whoever may verify does."
REQUIREMENTS = ("SAL-049",)
SCENARIOS = (
    "Nobody decides on a payment that the same person recorded, not even an administrator",
    "Who becomes a verifier still does not decide on the own payments",
)


def refuse_recorder(payment, by):
    pass


if __name__ == "__main__":
    replace(database, "await_schema", without("ALTER TABLE payments DROP CONSTRAINT IF EXISTS payments_decider_check"))
    replace(payments, "refuse_recorder", refuse_recorder)
    start()
