from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "A viewer reads jobs and changes none. This platform lets everybody run them."
REQUIREMENTS = ("JOB-039",)
SCENARIOS = ("Who may only look changes nothing",)


if __name__ == "__main__":
    replace(PERMISSIONS, "jobs.run", "AAAAAAA")
    start()
