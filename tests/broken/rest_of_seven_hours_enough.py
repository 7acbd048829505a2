from __future__ import annotations

from datetime import timedelta

from reference.attendance import fraud
from tests.broken._starting import replace, start

RULE = "Somebody rests eight hours. This platform has enough of seven."
REQUIREMENTS = ("ATT-027",)
SCENARIOS = ("How long somebody rests",)


if __name__ == "__main__":
    replace(fraud, "REST", timedelta(hours=7))
    start()
