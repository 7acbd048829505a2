from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "The statistics tell steps that were done from steps that were skipped. This platform counts all as done."
REQUIREMENTS = ("MIS-017",)
SCENARIOS = ("The statistics agree with what can be listed",)

count = changes.statistics


def statistics(session, mission):
    numbers = count(session, mission)
    return numbers.model_copy(update={"steps_done": numbers.steps_done + numbers.steps_skipped, "steps_skipped": 0})


if __name__ == "__main__":
    replace(changes, "statistics", statistics)
    start()
