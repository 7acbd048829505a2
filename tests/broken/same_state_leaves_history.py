from __future__ import annotations

from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "A move to the state where a ticket is leaves nothing. This platform writes it down."
REQUIREMENTS = ("TKT-014",)
SCENARIOS = ("A ticket moves only along its table of states",)

move = changes.move


def move_and_note(session, ticket, by, to, comment):
    if to == ticket.status:
        changes.note(ticket, changes.name_of(by), "status", to, to, comment)
    move(session, ticket, by, to, comment)


if __name__ == "__main__":
    replace(changes, "move", move_and_note)
    start()
