from __future__ import annotations

from reference.conversations import rules
from tests.broken._starting import replace, start

RULE = "What is shared is read by all, and changed by its owner. On this platform all change it."
REQUIREMENTS = ("CON-029",)
SCENARIOS = ("Whoever reads a shared conversation can neither change it nor ask in it",)


may = rules.may_change


def may_change(person, talk):
    return talk.visibility == "shared" or may(person, talk)


if __name__ == "__main__":
    replace(rules, "may_change", may_change)
    start()
