from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = ("Before sign-in the connection's address is counted, whatever a forwarded-for header says. This platform "
        "believes the header.")
REQUIREMENTS = ("API-044",)
SCENARIOS = ("Whoever says to be forwarded for others signs in no more often",)


def address(visit):
    return visit.header("x-forwarded-for") or visit.request.client.host


if __name__ == "__main__":
    replace(calls.Visit, "address", property(address))
    start()
