from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from reference.core import audit, clock
from tests.broken._starting import replace, start

RULE = "An event tells the time at which it was. This platform tells the time of another zone."
REQUIREMENTS = ("AUD-001",)
SCENARIOS = ("A change is told with who, from where, by which request and when",)


if __name__ == "__main__":
    replace(audit, "clock", SimpleNamespace(now=lambda: clock.now() + timedelta(hours=1)))
    start()
