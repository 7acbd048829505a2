from __future__ import annotations

from reference.jobs import rules
from reference.jobs.forms import NewJob
from tests.broken._starting import replace, start

RULE = "Of an unknown type no job is made. This platform takes each for an analysis."
REQUIREMENTS = ("JOB-030", "JOB-033")
SCENARIOS = ("Of an unknown type no job is made, and those that there are are named", "A type of 51 characters makes no job")

checked = NewJob.model_validate


def taken_for_an_analysis(value):
    return checked({**value, "job_type": value["job_type"] if value["job_type"] in rules.TYPES else "analysis"})


if __name__ == "__main__":
    replace(NewJob, "model_validate", taken_for_an_analysis)
    start()
