from __future__ import annotations

from reference.sales import access
from tests.broken._starting import replace, start

RULE = "Supervisors and administrators say who owns a client. On this platform a salesperson gives it away."
REQUIREMENTS = ("SAL-046",)
SCENARIOS = ("A supervisor gives a client to a colleague, and a salesperson does not",)


def owner(call, session, owner_id):
    return owner_id or call.person.person_id


if __name__ == "__main__":
    replace(access, "owner", owner)
    start()
