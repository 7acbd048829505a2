from __future__ import annotations

from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "Each change of a ticket is told once. This platform tells it twice."
REQUIREMENTS = ("TKT-001", "TKT-012")
SCENARIOS = (
    "A reported trouble is taken, resolved, confirmed and closed",
    "Who watches a ticket is shown how it stands, and then each change once",
)

tell = changes.tell


def tell_twice(session, ticket, type_, data):
    tell(session, ticket, type_, dict(data))
    tell(session, ticket, type_, dict(data))


if __name__ == "__main__":
    replace(changes, "tell", tell_twice)
    start()
