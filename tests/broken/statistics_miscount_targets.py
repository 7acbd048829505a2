from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "The statistics count the targets that were surveyed. This platform forgets one."
REQUIREMENTS = ("MIS-005", "MIS-017",)
SCENARIOS = (
    "The targets are surveyed in the order in which they were named",
    "The statistics agree with what can be listed",
)

count = changes.statistics


def statistics(session, mission):
    numbers = count(session, mission)
    return numbers.model_copy(update={"targets_surveyed": max(0, numbers.targets_surveyed - 1)})


if __name__ == "__main__":
    replace(changes, "statistics", statistics)
    start()
