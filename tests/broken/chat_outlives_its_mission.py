from __future__ import annotations

from sqlalchemy import select

from reference.conversations.records import Conversation
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "With a mission goes its chat. This platform keeps it."
REQUIREMENTS = ("CON-016",)
SCENARIOS = ("With the mission goes its chat",)


remove = changes.delete


def delete(session, mission):
    chat = session.scalar(select(Conversation).where(Conversation.mission_id == mission.id))
    chat.visibility, chat.mission_id = "private", None
    session.flush()
    remove(session, mission)


if __name__ == "__main__":
    replace(changes, "delete", delete)
    start()
