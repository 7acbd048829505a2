from __future__ import annotations

import time

from reference.tickets import changes, escalation
from tests.broken._starting import replace, start

RULE = "Two looks at once raise a late ticket once. This platform looks before it locks."
REQUIREMENTS = ("TKT-019",)
SCENARIOS = ("Two looks at once raise a late ticket once",)

UNTIL_THE_CHANGE_SECONDS = 0.5  # makes sure that both have looked before one changes
is_due = escalation.is_due
judged = set()


def is_due_as_first_seen(ticket, levels, moment):
    if ticket.id in judged or is_due(ticket, levels, moment):
        judged.add(ticket.id)
        return ticket.escalation_level + 1 in levels
    return False


def lock_whatever_it_is(session, ticket_id, level):
    time.sleep(UNTIL_THE_CHANGE_SECONDS)
    return changes.lock(session, ticket_id)


if __name__ == "__main__":
    replace(escalation, "is_due", is_due_as_first_seen)
    replace(escalation, "lock_as_seen", lock_whatever_it_is)
    start()
