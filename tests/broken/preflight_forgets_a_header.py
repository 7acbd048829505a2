from __future__ import annotations

from reference.core import origins
from tests.broken._starting import replace, start

RULE = "A listed origin is told every header that it may send. This platform forgets one."
REQUIREMENTS = ("API-048",)
SCENARIOS = ("A listed origin is told beforehand what it may send",)


if __name__ == "__main__":
    replace(origins, "HEADERS", tuple(name for name in origins.HEADERS if name != "Idempotency-Key"))
    start()
