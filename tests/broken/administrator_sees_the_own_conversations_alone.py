from __future__ import annotations

from reference.conversations import rules
from tests.broken._starting import replace, start

RULE = "Whoever administers a tenant sees to all its conversations. On this platform it is the own ones."
REQUIREMENTS = ("CON-028", "ACC-032", "CON-029")
SCENARIOS = (
    "The administrator reads a private conversation, and goes on with it",
    "An administrator renames and deletes what somebody else shares",
)


def sees_all(person):
    return False


if __name__ == "__main__":
    replace(rules, "sees_all", sees_all)
    start()
