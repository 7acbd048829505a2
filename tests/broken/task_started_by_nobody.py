from __future__ import annotations

from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "Nobody's task is not started. This platform starts it."
REQUIREMENTS = ("TSK-013",)
SCENARIOS = ("Nobody's task is not started",)

missing_for_start = changes.missing_for_start


def missing_but_somebody(task, scan_code):
    return [fault for fault in missing_for_start(task, scan_code) if fault.field != "assignee_id"]


if __name__ == "__main__":
    replace(changes, "missing_for_start", missing_but_somebody)
    start()
