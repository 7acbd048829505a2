from __future__ import annotations

from reference.core import permissions
from tests.broken._starting import replace, start

RULE = "Assigning and escalating need a supervisor. This platform lets whoever reports tickets do it."
REQUIREMENTS = ("TKT-018",)
SCENARIOS = ("Nobody below supervisors assigns a ticket or raises it",)


if __name__ == "__main__":
    replace(permissions.PERMISSIONS, "tickets.assign", permissions.PERMISSIONS["tickets.create"])
    start()
