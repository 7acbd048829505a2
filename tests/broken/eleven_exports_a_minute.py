from __future__ import annotations

from reference.core.limits import Limit
from reference.exports import api
from tests.broken._starting import replace, start

RULE = "Ten exports a minute are served. This platform serves eleven."
REQUIREMENTS = ("EXP-049",)
SCENARIOS = ("The eleventh export of a minute is refused, and nobody else's matter",)


if __name__ == "__main__":
    replace(api.LIMITS, "csv", Limit("export:csv", 11, counts_refusals=False))
    start()
