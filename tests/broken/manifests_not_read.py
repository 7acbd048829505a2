from __future__ import annotations

from reference.projects import analysis
from tests.broken._starting import replace, start

RULE = "An analysis finds what the manifest names. This platform reads no manifest."
REQUIREMENTS = ("JOB-014",)
SCENARIOS = ("A dispatched job is really done: the repository is analysed",)


def dependencies_of_nothing(files):
    return iter(())


if __name__ == "__main__":
    replace(analysis, "_dependencies", dependencies_of_nothing)
    start()
