from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "The statistics agree with the lists. This platform counts an unreachable target as a finding."
REQUIREMENTS = ("MIS-017",)
SCENARIOS = ("The statistics agree with what can be listed",)

count = changes.statistics


def statistics(session, mission):
    numbers = count(session, mission)
    return numbers.model_copy(update={"findings_total": numbers.findings_total + numbers.targets_unreachable})


if __name__ == "__main__":
    replace(changes, "statistics", statistics)
    start()
