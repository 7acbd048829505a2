from __future__ import annotations

from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "A task with a code is started with that code. This platform starts it with any, or none."
REQUIREMENTS = ("TSK-012",)
SCENARIOS = ("A task with a code is started with that code alone",)

missing_for_start = changes.missing_for_start


def missing_but_the_code(task, scan_code):
    return [fault for fault in missing_for_start(task, scan_code) if fault.field != "scan_code"]


if __name__ == "__main__":
    replace(changes, "missing_for_start", missing_but_the_code)
    start()
