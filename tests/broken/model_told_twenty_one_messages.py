from __future__ import annotations

from reference.conversations import rules
from tests.broken._starting import replace, start

RULE = "With a question go the last twenty messages. On this platform it is one more."
REQUIREMENTS = ("CON-014",)
SCENARIOS = ("With a question the model is told the last twenty messages, and no more",)


if __name__ == "__main__":
    replace(rules, "HISTORY", 21)
    start()
