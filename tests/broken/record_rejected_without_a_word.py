from __future__ import annotations

from reference.attendance import review_api
from reference.core.inputs import Change, Text
from tests.broken._starting import replace, start

RULE = "Who rejects a record says why. This platform takes a rejection without a word."
REQUIREMENTS = ("ATT-033",)
SCENARIOS = ("Who rejects or adjusts says why",)


class Rejection(Change):
    comment: Text(0, 1000) = ""


if __name__ == "__main__":
    replace(review_api, "Rejection", Rejection)
    start()
