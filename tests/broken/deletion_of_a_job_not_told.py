from __future__ import annotations

from reference.jobs import changes
from reference.projects import changes as projects
from tests.broken._starting import replace, start

RULE = "Who watches a job that is deleted is told so. This platform says nothing."
REQUIREMENTS = ("RT-014", "RT-003")
SCENARIOS = (
    "Who watches a job that is deleted is told so, and stays connected",
    "Who watches the tenant sees the changes of its jobs, if jobs may be seen",
)


def remove(session, job):
    projects.forget_statistics(session, job.project_id)
    session.delete(job)


if __name__ == "__main__":
    replace(changes, "remove", remove)
    start()
