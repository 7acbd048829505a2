from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "A batch runs without a further call. This platform waits for its dispatch."
REQUIREMENTS = ("JOB-019",)
SCENARIOS = ("A batch that is asked for in one call runs without another",)


def create_batch(session, job_type, project_id, parameters, tags=None):
    return changes.create(session, {
        "job_type": job_type, "project_id": project_id, "parameters": parameters, "tags": tags or {}})


if __name__ == "__main__":
    replace(changes, "create_batch", create_batch)
    start()
