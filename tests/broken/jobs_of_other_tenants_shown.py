from __future__ import annotations

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import existing
from reference.jobs import api
from reference.jobs.records import Job
from tests.broken._starting import replace, start

RULE = "A job of another tenant does not exist. This platform shows it."
REQUIREMENTS = ("JOB-038",)
SCENARIOS = ("A job of another tenant does not exist, whatever is tried with it",)


def visible(session, job_id):
    with transaction(EVERY_TENANT) as everywhere:
        return existing(everywhere.get(Job, record_id(job_id)))


if __name__ == "__main__":
    replace(api, "visible", visible)
    start()
