from __future__ import annotations

from reference.attendance import review
from tests.broken._starting import replace, start

RULE = "A record says who reviewed it, and with which words. This platform keeps neither."
REQUIREMENTS = ("ATT-032", "ATT-033")
SCENARIOS = (
    "A record is approved, and then locked",
    "Why somebody rejected stands on the record",
    "Who adjusts has all minutes counted anew",
)

decide_rightly = review.decide


def decide(session, record, verb, by, comment=""):
    decide_rightly(session, record, verb, None, "")


if __name__ == "__main__":
    replace(review, "decide", decide)
    start()
