from __future__ import annotations

from reference.core import idempotency
from tests.broken._starting import replace, start

RULE = "A call that was lost with the platform does not hold its key for ever. On this platform it does so for a day."
REQUIREMENTS = ("API-055",)
SCENARIOS = ("A first call that was lost with the platform does not hold its key for ever",)


if __name__ == "__main__":
    replace(idempotency, "GIVEN_UP", idempotency.KEPT)
    start()
