from __future__ import annotations

from reference.core import database
from tests.broken._starting import replace, start

RULE = "Without PostgreSQL the platform says that it is not ready. This one does not ask."
REQUIREMENTS = ("API-057",)
SCENARIOS = ("Without PostgreSQL nothing is served, and nothing is told of the inside",)


def is_up():
    return True


if __name__ == "__main__":
    replace(database, "is_up", is_up)
    start()
