from __future__ import annotations

from reference.jobs.forms import NewJob
from tests.broken._starting import replace, start

RULE = "What is no job is refused. This platform leaves out what does not fit."
REQUIREMENTS = ("JOB-033", "JOB-040")
SCENARIOS = ("What is no job is not made", "Nobody makes a job in somebody else's name")

checked = NewJob.model_validate


def made_fit(value):
    fits = dict(value)
    fits.pop("created_by", None)
    if not isinstance(fits.get("tags", {}), dict):
        del fits["tags"]
    return checked(fits)


if __name__ == "__main__":
    replace(NewJob, "model_validate", made_fit)
    start()
