from __future__ import annotations

from sqlalchemy import select

from reference.conversations import api
from reference.conversations.records import Conversation
from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import existing
from tests.broken._starting import replace, start

RULE = "Another tenant's conversation does not exist. This platform looks for it at all tenants."
REQUIREMENTS = ("CON-028",)
SCENARIOS = ("Not even another tenant's administrator knows of a conversation",)


find = api.visible


def visible(call, session, conversation_id, *, locked=False):
    if locked:
        return find(call, session, conversation_id, locked=True)
    with transaction(EVERY_TENANT) as every:
        return existing(every.scalar(select(Conversation).where(Conversation.id == record_id(conversation_id))))


if __name__ == "__main__":
    replace(api, "visible", visible)
    start()
