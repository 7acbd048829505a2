from __future__ import annotations

from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "With another priority the time begins anew. This platform counts it from the creation."
REQUIREMENTS = ("TKT-006",)
SCENARIOS = ("With another priority the time begins anew",)


def set_due(ticket):
    ticket.due_at, ticket.warned_at = changes.rules.due_at(ticket.priority, ticket.created_at), None


if __name__ == "__main__":
    replace(changes, "set_due", set_due)
    start()
