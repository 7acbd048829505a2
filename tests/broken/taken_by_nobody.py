from __future__ import annotations

from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "Who takes a ticket that nobody has, has it. This platform lets it be in progress with nobody."
REQUIREMENTS = ("TKT-001",)
SCENARIOS = ("Who takes a trouble that nobody has, has it",)

set_field = changes.set_field


def set_others(ticket, by, name, value, comment=None):
    if name != "assignee_id" or str(value) != by["id"]:
        set_field(ticket, by, name, value, comment)


if __name__ == "__main__":
    replace(changes, "set_field", set_others)
    start()
