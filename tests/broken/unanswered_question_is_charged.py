from __future__ import annotations

from reference.conversations import budgets, turns
from tests.broken._starting import replace, start

RULE = "A question without an answer has used nothing. This platform counts it all the same."
REQUIREMENTS = ("CON-018",)
SCENARIOS = ("A question that is not answered has used nothing",)


tell = turns.Turn.unanswered


def unanswered(self, trouble):
    with self.call.transaction() as session:
        budgets.use(session, 42)
    return tell(self, trouble)


if __name__ == "__main__":
    replace(turns.Turn, "unanswered", unanswered)
    start()
