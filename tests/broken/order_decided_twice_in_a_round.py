from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "Who has decided does not decide again in the same round. This platform takes the later decision."
REQUIREMENTS = ("WO-004", "WO-006")
SCENARIOS = (
    "Who has decided does not decide again in the same round",
    "Who is no verifier does not verify, and nobody verifies twice",
)


def none(decisions, round_, part, person_id):
    return None


if __name__ == "__main__":
    replace(rules, "own_decision", none)
    start()
