from __future__ import annotations

from datetime import timedelta

from reference.core import idempotency
from tests.broken._starting import replace, start

RULE = "An answer is kept for a day. This platform keeps it for an hour less."
REQUIREMENTS = ("API-040",)
SCENARIOS = ("An answer is kept for a day",)


if __name__ == "__main__":
    replace(idempotency, "KEPT", timedelta(hours=23))
    start()
