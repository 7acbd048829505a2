from __future__ import annotations

from datetime import timedelta

from reference.jobs import rules
from tests.broken._starting import replace, start

RULE = "A file is kept for a week. This platform keeps it for a month."
REQUIREMENTS = ("JOB-027",)
SCENARIOS = ("A file is kept for a week, and then no longer",)


if __name__ == "__main__":
    replace(rules, "FILES_KEPT", timedelta(days=30))
    start()
