from __future__ import annotations

from reference.core import cache
from tests.broken._starting import replace, start

RULE = "The second reading of a tenant's profile comes from the cache. This platform asks the database each time."
REQUIREMENTS = ("SVC-001",)
SCENARIOS = ("The second reading comes from the cache, and is the same",)

def load_each_time(key, load, *, bypass):
    return load(), "miss"


if __name__ == "__main__":
    replace(cache, "read_through", load_each_time)
    start()
