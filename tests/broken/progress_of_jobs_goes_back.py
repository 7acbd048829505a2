from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "Progress never goes down. This platform takes whatever is reported."
REQUIREMENTS = ("JOB-025",)
SCENARIOS = ("Progress never goes down",)

report = changes.report


def report_whatever(session, job, fields):
    if fields.get("progress", 100) < job.progress:
        job.progress = 0
    report(session, job, fields)


if __name__ == "__main__":
    replace(changes, "report", report_whatever)
    start()
