from __future__ import annotations

from reference.core.calls import Call
from reference.core.limits import Limit
from reference.exports import api
from tests.broken._starting import replace, start

RULE = "An export that was wrongly asked does not count. On this platform it does."
REQUIREMENTS = ("EXP-052",)
SCENARIOS = ("What was wrongly asked does not count",)


def count(call):
    pass


if __name__ == "__main__":
    replace(api.LIMITS, "csv", Limit("export:csv", 10))
    replace(Call, "count", count)
    start()
