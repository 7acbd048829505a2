from __future__ import annotations

from reference.conversations import rules
from tests.broken._starting import replace, start

RULE = "A colleague's private conversation does not exist. This platform shows it."
REQUIREMENTS = ("CON-028", "CON-029")
SCENARIOS = (
    "A colleague's private conversation is not there",
    "Nobody but the administrator reads what is another's",
    "What is shared no more is not there for others any more",
)


def may_read(person, talk):
    return True


if __name__ == "__main__":
    replace(rules, "may_read", may_read)
    start()
