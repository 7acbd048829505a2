from __future__ import annotations

from reference.conversations import turns
from reference.missions import changes
from reference.missions.records import Mission
from tests.broken._starting import replace, start

RULE = "No words in its chat do anything to a mission. This platform stops one where the model says so."
REQUIREMENTS = ("CON-027",)
SCENARIOS = ("No words in its chat do anything to a mission",)


store = turns.Turn.answered


def answered(self, said):
    turn = store(self, said)
    with self.call.transaction() as session:
        mission_id = session.get_one(turns.Conversation, self.conversation_id).mission_id
        mission = session.get(Mission, mission_id) if mission_id else None
        if "stop" in said.text and mission is not None and mission.status in ("running", "paused", "awaiting_approval"):
            changes.do_verb(session, mission, "stop", self.call.request_id)
    return turn


if __name__ == "__main__":
    replace(turns.Turn, "answered", answered)
    start()
