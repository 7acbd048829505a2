from __future__ import annotations

from reference.conversations import turns
from tests.broken._starting import replace, start

RULE = "Who hears an answer is told when there is none. On this platform the stream just ends."
REQUIREMENTS = ("CON-034",)
SCENARIOS = (
    "Of an answer that breaks off nothing is kept but the question",
    "Where nobody answers, the first that is heard is that the question is kept",
)


def error(call, problem):
    return turns.event("end", {})


if __name__ == "__main__":
    replace(turns, "_error", error)
    start()
