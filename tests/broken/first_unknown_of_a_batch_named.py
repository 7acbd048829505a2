from __future__ import annotations

from reference.jobs import batch_exports_api
from tests.broken._starting import replace, start

RULE = "Each unknown analysis of a batch is named. This platform names the first."
REQUIREMENTS = ("EXP-048",)
SCENARIOS = ("What is unknown and what is another tenant's are refused alike",)

refuse = batch_exports_api.faulty


def faulty(faults):
    return refuse(faults[:1])


if __name__ == "__main__":
    replace(batch_exports_api, "faulty", faulty)
    start()
