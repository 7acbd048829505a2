from __future__ import annotations

from reference.reports import tasks
from tests.broken._starting import replace, start

RULE = "A completed task leaves a report. This platform makes none."
REQUIREMENTS = ("TSK-001",)
SCENARIOS = ("A worker does a task, and its report tells of it",)


if __name__ == "__main__":
    replace(tasks, "begin", lambda tenant_id, report_id: False)
    start()
