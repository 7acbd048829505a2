from __future__ import annotations

from sqlalchemy import func

from reference.analytics import figures
from reference.analytics.records import CallRecord
from tests.broken._starting import replace, start

RULE = "Of twenty calls nineteen were at least as quick as the 95th percentile. This platform takes the slowest of all."
REQUIREMENTS = ("ANA-002",)
SCENARIOS = ("The summary of some days",)


if __name__ == "__main__":
    replace(figures, "TIMES", (*figures.TIMES[:3], func.max(CallRecord.duration_ms).label("p95_response_ms")))
    start()
