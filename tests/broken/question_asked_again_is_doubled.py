from __future__ import annotations

from reference.conversations import turns
from tests.broken._starting import replace, start

RULE = "A question that was not answered is answered when it is asked again. This platform keeps it a second time."
REQUIREMENTS = ("CON-032", "CON-033")
SCENARIOS = (
    "A question that nobody answers is kept, and answered once when it is asked again",
    "While the model is away a question about a mission is kept, and the mission goes on",
)


def question_of(session, conversation, text, author_id):
    return turns.add_message(session, conversation, role="user", content=text, author_id=author_id, state="unanswered")


if __name__ == "__main__":
    replace(turns, "question_of", question_of)
    start()
