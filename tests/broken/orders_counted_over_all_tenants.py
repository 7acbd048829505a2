from __future__ import annotations

from sqlalchemy import text

from reference.work_orders import changes, rules
from tests.broken._starting import replace, start

RULE = "Each tenant counts its own orders. This platform counts all of them together."
REQUIREMENTS = ("WO-022",)
SCENARIOS = ("Each tenant counts its own orders",)


def count(session):
    return rules.number(session.connection().execute(text("SELECT count(number) + 1 FROM work_orders")).scalar_one())


if __name__ == "__main__":
    replace(changes, "take_number", count)
    start()
