from __future__ import annotations

from reference.conversations import turns
from reference.core import audit
from tests.broken._starting import replace, start

RULE = "Of a question that nobody answers no turn is told. This platform tells one."
REQUIREMENTS = ("AUD-006",)
SCENARIOS = ("Of a question that nobody answers no turn is told",)


tell = turns.Turn.unanswered


def unanswered(self, trouble):
    with self.call.transaction() as session:
        audit.tell(session, "created", "chat_turn.create", "chat_turn", self.question_id)
    return tell(self, trouble)


if __name__ == "__main__":
    replace(turns.Turn, "unanswered", unanswered)
    start()
