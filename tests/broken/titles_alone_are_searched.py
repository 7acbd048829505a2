from __future__ import annotations

from reference.conversations import api
from reference.conversations.records import Conversation
from reference.core.answers import says
from tests.broken._starting import replace, start

RULE = "A word is found in what was said, too. This platform looks for it in titles alone."
REQUIREMENTS = ("CON-009",)
SCENARIOS = ("A word is looked for in titles and in what was said, and only where it may be read",)


def speaks_of(words):
    return says(words, Conversation.title)


if __name__ == "__main__":
    replace(api, "speaks_of", speaks_of)
    start()
