from __future__ import annotations

from reference.accounts import rules
from tests.broken._starting import replace, start

RULE = "The fifth wrong password locks. This platform waits for the sixth."
REQUIREMENTS = ("ACC-019",)
SCENARIOS = ("After five wrong passwords even the right one is refused, for 15 minutes",
             "Only wrong passwords of the last 15 minutes count",
             "Wrong passwords that come at once are counted one by one")


if __name__ == "__main__":
    replace(rules, "WRONG_PASSWORDS", 6)
    start()
