"""The chat of each mission: made with it, gone with it, and told at each turn how the mission stands."""

from __future__ import annotations

from reference.conversations.records import Conversation
from reference.core.database import TenantSession
from reference.missions import changes
from reference.missions.records import Mission


def add(session: TenantSession, mission: Mission) -> None:
    """The chat of a new mission."""
    session.add(Conversation(id=mission.conversation_id, mission_id=mission.id, visibility="mission", title=mission.name,
                             owner_id=mission.created_by.id))


def prompt(session: TenantSession, mission: Mission) -> str:
    """What the language model is told of the mission: its name, its status and its numbers, as they are now."""
    numbers = changes.statistics(session, mission).model_dump()
    return "\n".join([f"Mission: {mission.name}", f"Status: {mission.status}",
                      *(f"{name}: {number}" for name, number in numbers.items())])
