from __future__ import annotations

from reference.attendance import overrides
from tests.broken._starting import replace, start

RULE = "A lateness of at most 15 minutes is granted at once. This platform grants one of 16, too."
REQUIREMENTS = ("ATT-010",)
SCENARIOS = ("A little lateness is granted at once, and more is for a supervisor to decide",)


if __name__ == "__main__":
    replace(overrides, "FORGIVEN_MINUTES", 16)
    start()
