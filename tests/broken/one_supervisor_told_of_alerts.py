from __future__ import annotations

from reference.notifications import service
from tests.broken._starting import replace, start

RULE = "Each alert is told to every supervisor. This platform tells one."
REQUIREMENTS = ("ATT-003",)
SCENARIOS = ("A device that a colleague has just used alerts every supervisor",)

everybody = service.everybody


def one(session, *roles):
    return everybody(session, *roles)[:1]


if __name__ == "__main__":
    replace(service, "everybody", one)
    start()
