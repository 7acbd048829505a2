from __future__ import annotations

import json

from reference.core import cache
from reference.core.errors import unavailable
from tests.broken._starting import replace, start

RULE = "What is cached and cannot be read counts as absent. This platform says that the cache is not available."
REQUIREMENTS = ("SVC-013",)
SCENARIOS = ("What is cached and cannot be read counts as absent",)

def read(text):
    try:
        return json.loads(text) if text else None
    except ValueError:
        raise unavailable("redis") from None


if __name__ == "__main__":
    replace(cache, "_read", read)
    start()
