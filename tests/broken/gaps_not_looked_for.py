from __future__ import annotations

from reference.projects import analysis
from tests.broken._starting import replace, start

RULE = "The platform finds what a repository lacks. This one does not look."
REQUIREMENTS = ("EXP-038",)
SCENARIOS = ("What the platform found is in each file",)


def gaps(paths, dependencies):
    return []


if __name__ == "__main__":
    replace(analysis, "_gaps", gaps)
    start()
