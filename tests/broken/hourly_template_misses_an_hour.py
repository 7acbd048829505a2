from __future__ import annotations

from datetime import timedelta

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "The tasks of the next 24 hours are made. This platform makes those of 23."
REQUIREMENTS = ("TSK-002",)
SCENARIOS = ("An hourly template has its tasks of the next day made",)


if __name__ == "__main__":
    replace(rules.AHEAD, "task", timedelta(hours=23))
    start()
