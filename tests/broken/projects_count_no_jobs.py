from __future__ import annotations

from reference.jobs.changes import projects
from tests.broken._starting import replace, start

RULE = "A project counts its jobs. This platform counts none."
REQUIREMENTS = ("EXP-037",)
SCENARIOS = ("A project has its own numbers, which follow each creation and deletion",)


def none(session, project_id):
    return 0


if __name__ == "__main__":
    replace(projects.counted, "jobs", none)
    start()
