from __future__ import annotations

from reference.conversations import rules
from tests.broken._starting import replace, start

RULE = "A question has up to 32000 characters. This platform takes one more."
REQUIREMENTS = ("CON-023", "CON-024")
SCENARIOS = (
    "A question that is none, or too long, is not asked",
    "What is no question about a mission is not asked",
)


if __name__ == "__main__":
    replace(rules, "LONGEST_MESSAGE", 32_001)
    start()
