from __future__ import annotations

from reference.core.errors import Fault
from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "A task that skips scanning is started without a code. This platform wants one."
REQUIREMENTS = ("TSK-012",)
SCENARIOS = ("A task that skips scanning is started without a code",)

def missing_for_start(task, scan_code):
    return [] if scan_code else [Fault("scan_code", "required", "The code at the place is needed.")]


if __name__ == "__main__":
    replace(changes, "missing_for_start", missing_for_start)
    start()
