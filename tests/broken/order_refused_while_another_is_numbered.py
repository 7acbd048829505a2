from __future__ import annotations

from sqlalchemy import text

from reference.core.errors import Problem
from reference.work_orders import changes
from tests.broken._starting import replace, start

RULE = "Orders that are submitted at once all get a number. This platform refuses those that come while it counts."
REQUIREMENTS = ("WO-022",)
SCENARIOS = ("Twenty orders that are submitted at once have twenty numbers",)

COUNTING = 7_302_001
take = changes.take_number


def take_number(session):
    is_alone = text("SELECT pg_try_advisory_xact_lock(:key)")
    if not session.connection().execute(is_alone, {"key": COUNTING}).scalar_one():
        raise Problem(409, "Busy", "Another order is being numbered.")
    return take(session)


if __name__ == "__main__":
    replace(changes, "take_number", take_number)
    start()
