from __future__ import annotations

from typing import Literal

from reference.core.inputs import Change, Text
from reference.missions import findings_api
from tests.broken._starting import replace, start

RULE = "Who says that a finding is none says why. This platform does not ask."
REQUIREMENTS = ("MIS-006",)
SCENARIOS = ("Who says that a finding is none says why",)


class FindingDecision(Change):
    status: Literal["open", "confirmed", "false_positive", "fixed"]
    comment: Text(0, 1000) = ""


if __name__ == "__main__":
    replace(findings_api, "FindingDecision", FindingDecision)
    start()
