from __future__ import annotations

from reference.core import server
from tests.broken._starting import replace, start

RULE = "A platform that leaves says so to whoever watches. This one says that it begins anew."
REQUIREMENTS = ("API-060",)
SCENARIOS = ("A platform that is told to leave finishes what it has in hand",)


if __name__ == "__main__":
    replace(server, "GOING_AWAY", 1012)
    start()
