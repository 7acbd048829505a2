from __future__ import annotations

from reference.tickets import escalation
from tests.broken._starting import replace, start

RULE = "Of a ticket that nobody has the supervisors are warned. This platform warns nobody."
REQUIREMENTS = ("TKT-009",)
SCENARIOS = ("The supervisors are warned of a ticket that nobody has",)

warn = escalation.warn


def warn_assignee(session, ticket):
    if ticket.assignee_id is not None:
        warn(session, ticket)


if __name__ == "__main__":
    replace(escalation, "warn", warn_assignee)
    start()
