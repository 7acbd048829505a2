from __future__ import annotations

from reference.jobs import rules
from tests.broken._starting import replace, start

RULE = "What runs or waits is cancelled before it is deleted. This platform deletes it."
REQUIREMENTS = ("JOB-035",)
SCENARIOS = (
    "Who deletes what runs or waits is told to cancel it first",
    "What can be done with an outside runner's job depends on where it stands",
    "What can be done with a job of the platform depends on where it stands",
)


def can_be_deleted(status, is_dispatched):
    return True


if __name__ == "__main__":
    replace(rules, "can_be_deleted", can_be_deleted)
    start()
