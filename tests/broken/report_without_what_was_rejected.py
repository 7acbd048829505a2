from __future__ import annotations

from reference.missions import report
from tests.broken._starting import replace, start

RULE = "The report of a mission says what its lists say. This platform's leaves out the approvals that were rejected."
REQUIREMENTS = ("REP-013",)
SCENARIOS = ("The report of a completed mission says what its lists say",)

whole = report.of


def of(session, mission):
    found = whole(session, mission)
    return found.model_copy(update={"approvals": [each for each in found.approvals if each.status != "rejected"]})


if __name__ == "__main__":
    replace(report, "of", of)
    start()
