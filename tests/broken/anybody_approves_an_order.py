from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "Only who is named decides. On this platform any supervisor does."
REQUIREMENTS = ("WO-017", "WO-006")
SCENARIOS = (
    "Who is not among the approvers does not decide",
    "Who is no verifier does not verify, and nobody verifies twice",
)


def may_decide(part, person_id, author_id, named):
    return person_id != author_id


if __name__ == "__main__":
    replace(rules, "may_decide", may_decide)
    start()
