from __future__ import annotations

from reference.conversations.records import Conversation
from reference.core.database import TenantSession
from tests.broken._starting import replace, start

RULE = "What is deleted is gone. This platform only lays a conversation aside."
REQUIREMENTS = ("CON-002",)
SCENARIOS = ("A conversation is begun, found, renamed and deleted",)


delete = TenantSession.delete


def lay_aside(self, record):
    if isinstance(record, Conversation):
        record.archived = True
    else:
        delete(self, record)


if __name__ == "__main__":
    replace(TenantSession, "delete", lay_aside)
    start()
