from __future__ import annotations

from reference.sales import clients
from tests.broken._starting import replace, start

RULE = "A changed client is changed. This platform only says so."
REQUIREMENTS = ("SAL-007", "SAL-046")
SCENARIOS = (
    "A client is added, read, changed, listed and deleted",
    "A supervisor gives a client to a colleague, and a salesperson does not",
)


def change(client, fields):
    pass


if __name__ == "__main__":
    replace(clients, "change", change)
    start()
