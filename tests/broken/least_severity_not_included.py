from __future__ import annotations

from reference.missions import lists
from tests.broken._starting import replace, start

RULE = "Findings of at least a severity include that severity. This platform shows only what is more severe."
REQUIREMENTS = ("MIS-018",)
SCENARIOS = ("Findings come most severe first and can be narrowed down",)

rank = lists.rank_of_severity


def rank_of_severity():
    return rank() + 1


if __name__ == "__main__":
    replace(lists, "rank_of_severity", rank_of_severity)
    start()
