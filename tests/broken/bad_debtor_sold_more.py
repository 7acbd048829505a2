from __future__ import annotations

from reference.sales import clients
from tests.broken._starting import replace, start

RULE = "A bad debtor is sold nothing more. This platform goes on selling, and marks the same one twice."
REQUIREMENTS = ("SAL-019",)
SCENARIOS = (
    "To a bad debtor nothing more is sold, and what was sold can still be paid",
    "Of two who mark a bad debtor at the same moment one does, and the other is told",
)


def refuse_bad_debtor(client):
    pass


if __name__ == "__main__":
    replace(clients, "refuse_bad_debtor", refuse_bad_debtor)
    start()
