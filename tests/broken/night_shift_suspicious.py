from __future__ import annotations

from reference.attendance import rules
from tests.broken._starting import replace, start

RULE = "Who works at night comes at night. This platform wonders at it."
REQUIREMENTS = ("ATT-027",)
SCENARIOS = ("Who works at night comes at night",)


def started_at(shift, moment, timezone):
    return None


if __name__ == "__main__":
    replace(rules, "started_at", started_at)
    start()
