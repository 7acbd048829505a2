from __future__ import annotations

from reference.missions import report
from tests.broken._starting import replace, start

RULE = ("The report of a mission has each finding that its list has. This platform's leaves out those that "
        "were called false positives.")
REQUIREMENTS = ("REP-013",)
SCENARIOS = ("What turned out to be none stands in the report too",)

make = report.of


def of(session, mission):
    whole = make(session, mission)
    return whole.model_copy(update={"findings": [f for f in whole.findings if f.status != "false_positive"]})


if __name__ == "__main__":
    replace(report, "of", of)
    start()
