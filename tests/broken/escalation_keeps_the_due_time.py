from __future__ import annotations

from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "An escalation by hand sets the due time anew. This platform keeps it."
REQUIREMENTS = ("TKT-007",)
SCENARIOS = ("Raised by hand, a ticket goes up one priority and one level, and its time begins anew",)


def set_due(ticket):
    """It stays."""


if __name__ == "__main__":
    replace(changes, "set_due", set_due)
    start()
