from __future__ import annotations

from reference.conversations import turns
from tests.broken._starting import replace, start

RULE = "Who is to come back is told when the model says so. This platform always says half a minute."
REQUIREMENTS = ("CON-035",)
SCENARIOS = ("Where the model is asked too often, people are told when it says to come back",)


tell = turns.Turn.unanswered


def unanswered(self, trouble):
    trouble.retry_after = None
    return tell(self, trouble)


if __name__ == "__main__":
    replace(turns.Turn, "unanswered", unanswered)
    start()
