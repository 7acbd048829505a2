from __future__ import annotations

from datetime import timedelta

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "A stay is long after twelve hours. This platform takes twelve for long."
REQUIREMENTS = ("ATT-027",)
SCENARIOS = ("How long somebody stays",)


if __name__ == "__main__":
    replace(fraud, "LONG_SHIFT", timedelta(hours=11, minutes=59))
    start()
