from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "The platform's own jobs take no report. This platform believes everybody."
REQUIREMENTS = ("JOB-037",)
SCENARIOS = (
    "What the platform itself does nobody else reports of",
    "What can be done with a job of the platform depends on where it stands",
)

report = changes.report


class Outside:
    def __init__(self, job):
        self.__dict__["job"] = job

    def __getattr__(self, name):
        return "external" if name == "runner" else getattr(self.job, name)

    def __setattr__(self, name, value):
        setattr(self.job, name, value)


def report_of_any(session, job, fields):
    report(session, Outside(job), fields)


if __name__ == "__main__":
    replace(changes, "report", report_of_any)
    start()
