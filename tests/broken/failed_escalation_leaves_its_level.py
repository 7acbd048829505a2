from __future__ import annotations

from reference.tickets import escalation
from tests.broken._starting import replace, start

RULE = "After an escalation that failed nothing of it is there. This platform keeps the level."
REQUIREMENTS = ("TKT-020",)
SCENARIOS = ("After an escalation that failed nothing of it is there",)

escalate = escalation.escalate


def escalate_in_two_steps(session, ticket, to):
    escalation.raise_level(ticket, escalation.SYSTEM)
    session.commit()
    ticket.escalation_level -= 1
    escalate(session, ticket, to)


if __name__ == "__main__":
    replace(escalation, "escalate", escalate_in_two_steps)
    start()
