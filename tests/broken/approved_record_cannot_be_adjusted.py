from __future__ import annotations

from reference.attendance.rules import RECORD_STATES
from tests.broken._starting import replace, start

RULE = "What was approved can still be adjusted. This platform only lets it be locked."
REQUIREMENTS = ("ATT-032",)
SCENARIOS = ("What can be made of a record",)


if __name__ == "__main__":
    replace(RECORD_STATES, "approved", ("locked",))
    start()
