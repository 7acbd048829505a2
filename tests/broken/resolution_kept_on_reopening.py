from __future__ import annotations

from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "Reopening clears the resolution. This platform keeps it."
REQUIREMENTS = ("TKT-013",)
SCENARIOS = (
    "Who reported a ticket takes it up again when it was not resolved after all",
    "Of others a supervisor takes a resolved ticket up again, and nobody below",
)

move = changes.move


def move_and_keep(session, ticket, by, to, comment):
    kept = ticket.resolution, ticket.resolved_at
    move(session, ticket, by, to, comment)
    if to == "open":
        ticket.resolution, ticket.resolved_at = kept


if __name__ == "__main__":
    replace(changes, "move", move_and_keep)
    start()
