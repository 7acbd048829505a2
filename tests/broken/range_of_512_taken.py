from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "A range holds at most 256 addresses. This platform takes 512."
REQUIREMENTS = ("MIS-027",)
SCENARIOS = ("An entry of the scope that is no target is refused by its place",)


if __name__ == "__main__":
    replace(rules, "MOST_TARGETS", 512)
    start()
