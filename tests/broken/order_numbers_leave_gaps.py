from __future__ import annotations

from reference.work_orders import changes
from tests.broken._starting import replace, start

RULE = "A tenant's orders are numbered without a gap. This platform leaves out every other number."
REQUIREMENTS = ("WO-022",)
SCENARIOS = ("Twenty orders that are submitted at once have twenty numbers",)

take = changes.take_number


def take_second(session):
    take(session)
    return take(session)


if __name__ == "__main__":
    replace(changes, "take_number", take_second)
    start()
