from __future__ import annotations

from reference.core.errors import wrong_state
from reference.jobs import changes
from reference.jobs.records import Job
from reference.projects import changes as projects
from tests.broken._starting import replace, start

RULE = "A project goes with its jobs. This platform keeps one of which a job runs."
REQUIREMENTS = ("JOB-026", "EXP-036")
SCENARIOS = ("A job whose project is deleted stops, and is unknown from then on",)


def refuse_where_jobs_run(session, project_id):
    if session.query(Job).filter(Job.project_id == project_id, Job.status == "running").count():
        raise wrong_state("running", ())
    changes.remove_of_project(session, project_id)


if __name__ == "__main__":
    replace(projects, "before_deletion", [refuse_where_jobs_run])
    start()
