from __future__ import annotations

from reference.conversations import rules
from tests.broken._starting import replace, start

RULE = "For who may not read a mission there is no chat of it. This platform shows it to all."
REQUIREMENTS = ("CON-017",)
SCENARIOS = ("For who may not read the mission there is no chat",)


may = rules.may_read


def may_read(person, talk):
    return talk.visibility == "mission" or may(person, talk)


if __name__ == "__main__":
    replace(rules, "may_read", may_read)
    start()
