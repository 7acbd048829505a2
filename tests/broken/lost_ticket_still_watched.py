from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "Who does not have a ticket any more is told nothing more of it. This platform goes on telling."
REQUIREMENTS = ("TKT-012",)
SCENARIOS = ("Who does not have a ticket any more is told nothing more of it",)

may_see = rules.may_see


def may_see_on(person, channel, event):
    return may_see(person, channel, {**event, "whose": None})


if __name__ == "__main__":
    replace(rules, "may_see", may_see_on)
    start()
