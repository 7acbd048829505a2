from __future__ import annotations

from reference.core import idempotency
from tests.broken._starting import replace, start

RULE = "A key has 16 to 255 characters. This platform takes any."
REQUIREMENTS = ("API-039",)
SCENARIOS = ("A key has 16 to 255 characters",)


def fault_of(key):
    return None


if __name__ == "__main__":
    replace(idempotency, "fault_of", fault_of)
    start()
