from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "A job holds all that was given. This platform forgets its tags."
REQUIREMENTS = ("JOB-001", "JOB-012")
SCENARIOS = (
    "A new job is pending and holds everything that was given",
    "Jobs are found by project, state, type and tag together",
)

create = changes.create


def create_without_tags(session, fields):
    return create(session, {**fields, "tags": {}})


if __name__ == "__main__":
    replace(changes, "create", create_without_tags)
    start()
