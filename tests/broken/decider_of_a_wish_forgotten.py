from __future__ import annotations

from reference.attendance import overrides
from tests.broken._starting import replace, start

RULE = "A decision about a wish is kept, with whose it was. This platform keeps when it was alone."
REQUIREMENTS = ("ATT-010",)
SCENARIOS = (
    "A wish is open until a supervisor has granted it",
    "A supervisor refuses a wish",
    "Who has asked takes the wish back",
)

decide_rightly = overrides.decide


def decide(override, status, by):
    decide_rightly(override, status, None)


if __name__ == "__main__":
    replace(overrides, "decide", decide)
    start()
