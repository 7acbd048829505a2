from __future__ import annotations

from reference.conversations import turns
from tests.broken._starting import replace, start

RULE = "The pieces of an answer are together what is kept. This platform sends them without the blanks between them."
REQUIREMENTS = ("CON-011",)
SCENARIOS = (
    "An answer comes in pieces, and is kept as a whole",
    "A question asked nowhere begins a conversation, heard as it is given, too",
    "An answer about a mission comes in pieces, too",
)


write = turns.event


def event(name, data):
    return write(name, {"content": data["content"].strip()} if name == "chunk" else data)


if __name__ == "__main__":
    replace(turns, "event", event)
    start()
