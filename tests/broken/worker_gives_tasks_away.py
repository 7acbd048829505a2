from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Supervisors and administrators assign tasks. On this platform workers do, too."
REQUIREMENTS = ("TSK-019",)
SCENARIOS = (
    "Not even the own task is passed on by a worker",
    "Who does not look after tasks gives them to nobody",
)


if __name__ == "__main__":
    replace(PERMISSIONS, "tasks.manage", "AAAAAAA")
    start()
