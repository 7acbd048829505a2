from __future__ import annotations

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = "Each priority has its own due time. This platform gives a week to all."
REQUIREMENTS = ("TKT-005",)
SCENARIOS = ("Each priority has its own time from a ticket's creation to its due time", "A ticket without a priority is P2")


def due_at(priority, moment):
    return moment + rules.DUE_AFTER["P3"]


if __name__ == "__main__":
    replace(rules, "due_at", due_at)
    start()
