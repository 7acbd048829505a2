from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Supervisors and administrators review attendance. This platform lets those who work at sites, too."
REQUIREMENTS = ("ATT-036", "ATT-010")
SCENARIOS = (
    "Who may review a record",
    "Who may decide about a wish",
)


if __name__ == "__main__":
    replace(PERMISSIONS, "attendance.review", "AAAA---")
    replace(PERMISSIONS, "attendance.read", "AAAA---")
    start()
