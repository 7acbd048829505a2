from __future__ import annotations

from reference.conversations import mission_chats
from tests.broken._starting import replace, start

RULE = "The model is told how a mission stands. This platform tells it that each is only created."
REQUIREMENTS = ("CON-016",)
SCENARIOS = ("What is asked about a mission is answered by who knows how it stands",)


tell = mission_chats.prompt


def prompt(session, mission):
    return tell(session, mission).replace(f"Status: {mission.status}", "Status: created")


if __name__ == "__main__":
    replace(mission_chats, "prompt", prompt)
    start()
