from __future__ import annotations

from reference.tickets import escalation
from tests.broken._starting import replace, start

RULE = "A ticket goes up one level at a time. This platform raises it as far as its time allows."
REQUIREMENTS = ("TKT-008",)
SCENARIOS = ("A ticket goes up one level at a time, each time to that level's person",)

escalate_due = escalation.escalate_due


def escalate_all_due(session):
    for _ in range(9):
        escalate_due(session)


if __name__ == "__main__":
    replace(escalation, "escalate_due", escalate_all_due)
    start()
