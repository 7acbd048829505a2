from __future__ import annotations

from reference.conversations import rules
from tests.broken._starting import replace, start

RULE = "A question has up to 32000 characters. This platform refuses one of them."
REQUIREMENTS = ("CON-023", "CON-024")
SCENARIOS = (
    "How long a question may be",
    "The longest question about a mission is asked",
)


if __name__ == "__main__":
    replace(rules, "LONGEST_MESSAGE", 31_999)
    start()
