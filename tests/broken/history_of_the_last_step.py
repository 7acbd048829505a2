from __future__ import annotations

from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "Each step stands in a ticket's history. This platform keeps the last one."
REQUIREMENTS = ("TKT-001",)
SCENARIOS = ("Each step of a trouble stands in its history",)

note = changes.note


def note_alone(ticket, *what):
    ticket.history = []
    note(ticket, *what)


if __name__ == "__main__":
    replace(changes, "note", note_alone)
    start()
