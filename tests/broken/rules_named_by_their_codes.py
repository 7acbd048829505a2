from __future__ import annotations

from reference.exports import sarif
from tests.broken._starting import replace, start

RULE = "A rule's name is its word. On this platform it is its code."
REQUIREMENTS = ("EXP-001", "EXP-029")
SCENARIOS = ("The log of an analysis is what scanners need",)

coded = {code: (code, level, says) for code, (_, level, says) in sarif.RULES.items()}


if __name__ == "__main__":
    replace(sarif, "RULES", coded)
    start()
