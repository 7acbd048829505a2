from __future__ import annotations

from reference.core import tasks
from tests.broken._starting import replace, start

RULE = "What is older than 90 days is purged each day. This platform's schedule has forgotten the purge."
REQUIREMENTS = ("AUD-011",)
SCENARIOS = ("After ninety days an event goes, and not a day before",)


if __name__ == "__main__":
    replace(tasks.celery.conf, "beat_schedule", {
        name: entry for name, entry in tasks.celery.conf.beat_schedule.items() if name != "audit.purge"})
    start()
