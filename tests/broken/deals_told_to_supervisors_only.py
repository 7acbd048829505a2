from __future__ import annotations

from reference.sales import telling
from tests.broken._starting import replace, start

RULE = "A new deal is told to administrators and supervisors. On this platform to supervisors."
REQUIREMENTS = ("NTF-009",)
SCENARIOS = ("A new deal is told to administrators and supervisors, with its value",)

everybody = telling.notifications.everybody


def without_administrators(session, *roles):
    return everybody(session, *(role for role in roles if role != "admin"))


if __name__ == "__main__":
    replace(telling.notifications, "everybody", without_administrators)
    start()
