from __future__ import annotations

from reference.site_tasks import api
from tests.broken._starting import replace, start

RULE = "Who sees all tasks works on the own alone. This platform lets everybody work on what they see."
REQUIREMENTS = ("TSK-019",)
SCENARIOS = ("Who sees all tasks works on the own alone",)


def workable(call, session, task_id, _permission, *, lock=False):
    return api.visible(call, session, task_id, lock=lock)


if __name__ == "__main__":
    replace(api, "workable", workable)
    start()
