from __future__ import annotations

from reference.attendance.rules import RECORD_STATES
from tests.broken._starting import replace, start

RULE = "A locked record is changed by nobody. This platform lets it be adjusted."
REQUIREMENTS = ("ATT-032",)
SCENARIOS = ("What cannot be made of a record",)


if __name__ == "__main__":
    replace(RECORD_STATES, "locked", ("adjusted",))
    start()
