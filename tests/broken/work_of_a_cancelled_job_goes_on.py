from __future__ import annotations

from reference.jobs import changes
from reference.jobs.run import Run
from tests.broken._starting import replace, start

RULE = "A running job that is cancelled stops. This platform's worker goes on with it."
REQUIREMENTS = ("JOB-022",)
SCENARIOS = ("A running job that is cancelled stops, and stays where it was",)


def locked(self, session):
    return changes.lock(session, self.job_id)


if __name__ == "__main__":
    replace(Run, "locked", locked)
    start()
