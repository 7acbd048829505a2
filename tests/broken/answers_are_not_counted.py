from __future__ import annotations

from reference.conversations import api
from reference.conversations.shapes import ConversationAnswer
from tests.broken._starting import replace, start

RULE = "A conversation counts its messages. This platform does not count the answers."
REQUIREMENTS = ("CON-006",)
SCENARIOS = ("What is asked one after another is kept in that order, each question with its answer",)


class Miscounted(ConversationAnswer):
    @classmethod
    def model_validate(cls, record):
        counted = ConversationAnswer.model_validate(record)
        return counted.model_copy(update={"message_count": counted.message_count // 2})


if __name__ == "__main__":
    replace(api, "ConversationAnswer", Miscounted)
    start()
