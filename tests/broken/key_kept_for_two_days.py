from __future__ import annotations

from datetime import timedelta

from reference.core import idempotency
from tests.broken._starting import replace, start

RULE = "After a day a key makes a new record. This platform keeps it for two."
REQUIREMENTS = ("API-040",)
SCENARIOS = ("An answer is kept for a day",)


if __name__ == "__main__":
    replace(idempotency, "KEPT", timedelta(days=2))
    start()
