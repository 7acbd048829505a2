from __future__ import annotations

from reference.attendance import history
from tests.broken._starting import replace, start

RULE = "A device that a colleague has just used is suspicious. This platform does not notice."
REQUIREMENTS = ("ATT-003", "ATT-024", "ATT-026")
SCENARIOS = (
    "A device that a colleague has just used alerts every supervisor",
    "For how long a colleague's device is a shared one",
    "Who leaves with a colleague's device is not kept in, but alerts the supervisors",
    "Place, time and device weigh what they are to weigh",
    "A telephone that two people use is noticed, looked into and settled",
    "From half on a check-in alerts, and counts all the same",
)


def is_shared(session, person_id, device_id, at):
    return False


if __name__ == "__main__":
    replace(history, "is_shared", is_shared)
    start()
