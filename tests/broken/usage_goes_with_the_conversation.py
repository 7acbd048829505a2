from __future__ import annotations

from sqlalchemy import delete as sql_delete

from reference.conversations.records import Conversation, UsageRecord
from reference.core.database import TenantSession
from tests.broken._starting import replace, start

RULE = "What a turn has used stays on record. On this platform it goes with the conversation."
REQUIREMENTS = ("CON-021",)
SCENARIOS = ("What each turn has used is on record, and stays there when its conversation is gone",)


remove = TenantSession.delete


def delete(self, record):
    if isinstance(record, Conversation):
        self.execute(sql_delete(UsageRecord).where(UsageRecord.conversation_id == record.id))
    remove(self, record)


if __name__ == "__main__":
    replace(TenantSession, "delete", delete)
    start()
