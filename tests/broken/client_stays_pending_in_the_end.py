from __future__ import annotations

from reference.sales import clients
from tests.broken._starting import replace, start

RULE = "A sale ends with the client clear. On this platform the client is told of as pending."
REQUIREMENTS = ("SAL-001",)
SCENARIOS = ("A sale from the client to the commission",)


def follow(session, client):
    session.flush()


if __name__ == "__main__":
    replace(clients, "follow", follow)
    start()
