from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "A job may take ten minutes where nothing is said. This platform gives it an hour."
REQUIREMENTS = ("JOB-001", "JOB-044")
SCENARIOS = (
    "A job that says nothing of it is the platform's, and may take ten minutes",
    "Each job has the time that it was given, and ten minutes where none was",
)

create = changes.create


def create_for_an_hour(session, fields):
    is_said = fields.get("timeout_seconds", 600) != 600
    return create(session, fields if is_said else {**fields, "timeout_seconds": 3600})


if __name__ == "__main__":
    replace(changes, "create", create_for_an_hour)
    start()
