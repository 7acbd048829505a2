from __future__ import annotations

from reference.conversations import rules
from tests.broken._starting import replace, start

RULE = "A conversation is called by the first 80 characters of its first question. On this platform it is one more."
REQUIREMENTS = ("CON-008",)
SCENARIOS = ("A question asked nowhere begins a conversation of its own",)


if __name__ == "__main__":
    replace(rules, "TITLE", 81)
    start()
