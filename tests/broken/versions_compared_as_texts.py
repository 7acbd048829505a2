from __future__ import annotations

from reference.projects import rules
from tests.broken._starting import replace, start

RULE = "Version 1.10 is newer than 1.9. This platform compares them as texts."
REQUIREMENTS = ("EXP-023",)
SCENARIOS = ("How a dependency stands follows from its versions",)


def is_newer(version, than):
    return version > than


if __name__ == "__main__":
    replace(rules, "is_newer", is_newer)
    start()
