from __future__ import annotations

from reference.attendance import review_api
from reference.core.inputs import Change, Moment, Text
from tests.broken._starting import replace, start

RULE = "Who adjusts a record says why. This platform takes an adjustment without a word."
REQUIREMENTS = ("ATT-033",)
SCENARIOS = ("Who rejects or adjusts says why",)


class Adjustment(Change):
    reason: Text(0, 1000) = ""
    punch_in_at: Moment = None
    punch_out_at: Moment = None


if __name__ == "__main__":
    replace(review_api, "Adjustment", Adjustment)
    start()
