from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "A deleted job is unknown. This platform keeps it."
REQUIREMENTS = ("JOB-017",)
SCENARIOS = ("A job that is deleted is unknown, and in no list and no number",)


def remove(session, job):
    changes.tell(session, job, "job.deleted")


if __name__ == "__main__":
    replace(changes, "remove", remove)
    start()
