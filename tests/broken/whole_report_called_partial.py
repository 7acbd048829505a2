from __future__ import annotations

from reference.missions import report
from tests.broken._starting import replace, start

RULE = "Only the report of a mission that has not completed is partial. This platform calls every report so."
REQUIREMENTS = ("REP-013", "REP-015")
SCENARIOS = (
    "The report of a completed mission says what its lists say",
    "The report of a mission that has not completed is marked partial",
)

whole = report.of


def of(session, mission):
    return whole(session, mission).model_copy(update={"partial": True})


if __name__ == "__main__":
    replace(report, "of", of)
    start()
