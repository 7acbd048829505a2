from __future__ import annotations

from reference.conversations import api
from reference.conversations.records import Conversation
from tests.broken._starting import replace, start

RULE = "The conversation in which something was said last comes first. This platform lists them by their age."
REQUIREMENTS = ("CON-003",)
SCENARIOS = ("Five conversations come in pages of two, the newest first", "Where something was said last comes first")


def oldest_first():
    return [Conversation.created_at, Conversation.id]


if __name__ == "__main__":
    replace(api, "newest_activity_first", oldest_first)
    start()
