from __future__ import annotations

from reference.missions import findings_api
from tests.broken._starting import replace, start

RULE = "A decision on a finding keeps the words that it was made with. This platform asks for them and forgets them."
REQUIREMENTS = ("MIS-006",)
SCENARIOS = ("Who says that a finding is none says why",)

decide = findings_api.decide_finding


def decide_finding(session, mission, finding, person, wanted):
    decide(session, mission, finding, person, wanted)
    finding.comment = ""


if __name__ == "__main__":
    replace(findings_api, "decide_finding", decide_finding)
    start()
