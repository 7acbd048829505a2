from __future__ import annotations

from reference.core.limits import Limit
from reference.exports import api
from tests.broken._starting import replace, start

RULE = "Each format has its own allowance. This platform counts all together."
REQUIREMENTS = ("EXP-051",)
SCENARIOS = ("The eleventh export of a minute is refused, and nobody else's matter",)


if __name__ == "__main__":
    replace(api.LIMITS, "json", Limit("export:csv", 10, counts_refusals=False))
    start()
