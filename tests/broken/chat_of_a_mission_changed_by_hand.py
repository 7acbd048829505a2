from __future__ import annotations

from reference.conversations import rules
from tests.broken._starting import replace, start

RULE = "Nobody changes the chat of a mission. On this platform its owner and the administrator do."
REQUIREMENTS = ("CON-016",)
SCENARIOS = ("Nobody changes or deletes the chat of a mission, or finds it among the conversations",)


def may_change(person, talk):
    return rules.sees_all(person) or talk.owner_id == person.person_id


if __name__ == "__main__":
    replace(rules, "may_change", may_change)
    start()
