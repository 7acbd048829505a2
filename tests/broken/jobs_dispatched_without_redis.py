from __future__ import annotations

from reference.jobs import api, batch_exports_api
from tests.broken._starting import replace, start

RULE = "Without the queue nothing is dispatched. This platform says yes, and hopes."
REQUIREMENTS = ("JOB-090",)
SCENARIOS = ("While Redis is away nothing is dispatched, and nothing half done",)


def never_mind():
    return None


if __name__ == "__main__":
    replace(api, "refuse_without_queue", never_mind)
    replace(batch_exports_api, "refuse_without_queue", never_mind)
    start()
