from __future__ import annotations

from reference.conversations import turns
from tests.broken._starting import replace, start

RULE = "How the model is to be is told before anything else. This platform never tells it."
REQUIREMENTS = ("CON-007",)
SCENARIOS = ("How the model is to be is told before anything else, and is no part of what was said",)


tell = turns.told


def told(session, conversation, question):
    return [each for each in tell(session, conversation, question) if each["role"] != "system"]


if __name__ == "__main__":
    replace(turns, "told", told)
    start()
