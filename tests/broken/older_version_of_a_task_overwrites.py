from __future__ import annotations

from reference.site_tasks import api
from tests.broken._starting import replace, start

RULE = "What has changed meanwhile is not overwritten. This platform overwrites it."
REQUIREMENTS = ("API-053",)
SCENARIOS = (
    "Of two changes of a task at the same moment one is made, and the other one is told",
    "Whoever has seen an older version of a task changes nothing",
)


def locked(call, session, task_id, permission):
    return api.workable(call, session, task_id, permission, lock=True)


if __name__ == "__main__":
    replace(api, "locked", locked)
    start()
