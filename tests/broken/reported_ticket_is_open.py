from __future__ import annotations

from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "What is reported is new. This platform opens it at once."
REQUIREMENTS = ("TKT-003",)
SCENARIOS = ("What is reported is numbered, new and in the list",)

create = changes.create


def create_open(session, reporter, fields):
    ticket = create(session, reporter, fields)
    ticket.status = "open"
    return ticket


if __name__ == "__main__":
    replace(changes, "create", create_open)
    start()
