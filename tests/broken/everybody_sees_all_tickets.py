from __future__ import annotations

from reference.tickets import api
from tests.broken._starting import replace, start

RULE = "A worker sees the own tickets. On this platform everybody sees all."
REQUIREMENTS = ("TKT-018",)
SCENARIOS = (
    "Who neither reported a ticket nor has it does not see it",
    "A worker sees a ticket from the moment of having it, and no longer than that",
)


def sees_all(person):
    return True


if __name__ == "__main__":
    replace(api, "sees_all", sees_all)
    start()
