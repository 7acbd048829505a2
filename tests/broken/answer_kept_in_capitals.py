from __future__ import annotations

from reference.conversations import turns
from tests.broken._starting import replace, start

RULE = "What the model says is kept as it came. This platform keeps it in capitals."
REQUIREMENTS = ("CON-001",)
SCENARIOS = ("What is asked is answered, and both are kept", "What is asked and what is answered is kept as it came")


add = turns.add_message


def add_message(session, conversation, **fields):
    return add(session, conversation, **fields | {"content": fields["content"].upper()})


if __name__ == "__main__":
    replace(turns, "add_message", add_message)
    start()
