from __future__ import annotations

from reference.sales import access
from tests.broken._starting import replace, start

RULE = "A supervisor makes a deal for somebody. On this platform it is the supervisor's."
REQUIREMENTS = ("SAL-046",)
SCENARIOS = ("A supervisor makes a deal for a salesperson, and it is the salesperson's",)


def owner(call, session, owner_id):
    return call.person.person_id


if __name__ == "__main__":
    replace(access, "owner", owner)
    start()
