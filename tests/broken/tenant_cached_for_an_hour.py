from __future__ import annotations

from reference.core import cache
from tests.broken._starting import replace, start

RULE = "A tenant's profile is cached for 300 seconds at the most. This platform keeps it for an hour."
REQUIREMENTS = ("SVC-001",)
SCENARIOS = ("The second reading comes from the cache, and is the same",)


if __name__ == "__main__":
    replace(cache, "LIFE_SECONDS", 3600)
    start()
