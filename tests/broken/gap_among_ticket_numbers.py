from __future__ import annotations

from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "A tenant's tickets are numbered without a gap. This platform leaves out every other number."
REQUIREMENTS = ("TKT-011",)
SCENARIOS = (
    "Each tenant counts its own tickets, and a refused one is not counted",
    "Twenty tickets at once have twenty numbers",
)

take_number = changes.take_number


def take_two(session):
    take_number(session)
    return take_number(session)


if __name__ == "__main__":
    replace(changes, "take_number", take_two)
    start()
