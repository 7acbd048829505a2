from __future__ import annotations

from reference.core.inputs import Body, Text
from reference.missions import approvals_api
from tests.broken._starting import replace, start

RULE = "Who rejects a step gives a reason. This platform takes an empty one."
REQUIREMENTS = ("MIS-011",)
SCENARIOS = ("A rejection needs a reason",)


class Reject(Body):
    reason: Text(0, 1000)


if __name__ == "__main__":
    replace(approvals_api, "Reject", Reject)
    start()
