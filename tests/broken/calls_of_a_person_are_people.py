from __future__ import annotations

from sqlalchemy import func

from reference.analytics import figures
from reference.analytics.records import CallRecord
from tests.broken._starting import replace, start

RULE = "Who calls four times is one of the people. This platform counts calls."
REQUIREMENTS = ("ANA-012", "ANA-002")
SCENARIOS = (
    "Who calls four times is one of the people",
    "The summary of some days",
)


if __name__ == "__main__":
    replace(figures, "PEOPLE", func.count(CallRecord.person_id).label("unique_people"))
    start()
