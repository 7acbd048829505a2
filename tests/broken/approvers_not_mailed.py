from __future__ import annotations

from reference.notifications import service
from tests.broken._starting import replace, start

RULE = "Whoever is asked for an approval is mailed, too. This platform tells it in the inbox alone."
REQUIREMENTS = ("WO-002", "WO-006")
SCENARIOS = (
    "An order is approved when the last of its approvers has approved it",
    "A permit is verified by all, then approved",
)


if __name__ == "__main__":
    replace(service, "BY_EMAIL", service.BY_EMAIL - {"work_order.approval_requested"})
    start()
