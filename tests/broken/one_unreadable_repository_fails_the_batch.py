from __future__ import annotations

from uuid import UUID

from reference.jobs import work
from tests.broken._starting import replace, start

RULE = "One repository that cannot be read holds up nobody. This platform gives the batch up."
REQUIREMENTS = ("JOB-020",)
SCENARIOS = (
    "One repository that cannot be read does not keep the others from being analysed",
    "A batch of which nothing can be read fails",
)


def entry(session, repository_id):
    found = work.analysed(session, UUID(repository_id))
    work.keep(session, found)
    return {"repository_id": repository_id, "analysis_id": str(found.id), "status": "completed", "error": None}


if __name__ == "__main__":
    replace(work, "entry", entry)
    start()
