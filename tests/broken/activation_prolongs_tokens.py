from __future__ import annotations

from datetime import timedelta

from reference.core import clock, identity
from tests.broken._starting import replace, start

RULE = "A token that ran out is worth nothing, also after a suspension. This platform lets it live another hour."
REQUIREMENTS = ("TEN-020",)
SCENARIOS = ("A token that ran out during a suspension is worth nothing after it",)

class LaterClock:
    @staticmethod
    def now():
        return clock.now() - timedelta(hours=1)


if __name__ == "__main__":
    replace(identity, "clock", LaterClock)
    start()
