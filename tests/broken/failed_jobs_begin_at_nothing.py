from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "A failed job stays where it was. This platform sets it back to nothing."
REQUIREMENTS = ("JOB-006", "RT-005", "JOB-041", "JOB-044")
SCENARIOS = (
    "A job that is reported failed stays where it was, says why and has no result",
    "A failure tells its code and its words",
    "A job that fails says why in words for people, and shows nothing of the inside",
    "A worker does not go on with what takes too long",
)

fail = changes.fail


def fail_at_nothing(session, job, error):
    job.progress = 0
    fail(session, job, error)


if __name__ == "__main__":
    replace(changes, "fail", fail_at_nothing)
    start()
