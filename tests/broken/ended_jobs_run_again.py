from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "No call brings an ended job back. This platform lets its runner go on with it."
REQUIREMENTS = ("JOB-034",)
SCENARIOS = ("What can be done with an outside runner's job depends on where it stands",)

report = changes.report


def report_of_ended(session, job, fields):
    if job.status in ("completed", "failed") and fields.get("status") == "running":
        job.status, job.completed_at, job.result, job.error = "running", None, None, None
        return
    report(session, job, fields)


if __name__ == "__main__":
    replace(changes, "report", report_of_ended)
    start()
