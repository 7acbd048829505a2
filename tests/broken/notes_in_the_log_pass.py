from __future__ import annotations

from reference.exports import sarif
from tests.broken._starting import replace, start

RULE = "A result of level note is of kind fail. On this platform it passes."
REQUIREMENTS = ("EXP-027",)
SCENARIOS = ("The log of an analysis is what scanners need",)


if __name__ == "__main__":
    replace(sarif, "FAILS", ("warning",))
    start()
