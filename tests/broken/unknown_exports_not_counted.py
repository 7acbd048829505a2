from __future__ import annotations

from reference.exports import api
from tests.broken._starting import replace, start

RULE = "An export of what nobody has counts. On this platform it does not."
REQUIREMENTS = ("EXP-052",)
SCENARIOS = ("All analyses are counted together, and so is one that nobody has",)


class NeverRaised(Exception):
    pass


if __name__ == "__main__":
    replace(api, "Problem", NeverRaised)
    start()
