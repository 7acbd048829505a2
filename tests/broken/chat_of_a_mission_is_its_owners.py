from __future__ import annotations

from reference.conversations import rules
from tests.broken._starting import replace, start

RULE = "Whoever may read a mission reads its chat. On this platform it is for its owner alone."
REQUIREMENTS = ("CON-017",)
SCENARIOS = ("The chat of a mission is read by whoever may read the mission",)


may = rules.may_read


def may_read(person, talk):
    is_own = talk.owner_id == person.person_id or rules.sees_all(person)
    return may(person, talk) and (talk.visibility != "mission" or is_own)


if __name__ == "__main__":
    replace(rules, "may_read", may_read)
    start()
