from __future__ import annotations

from reference.conversations import turns
from reference.core import outbox
from tests.broken._starting import replace, start

RULE = "Who watches a mission sees what is said in its chat. This platform tells of the questions alone."
REQUIREMENTS = ("RT-016",)
SCENARIOS = ("Whoever watches a mission sees what is said in its chat, each question and then its answer",)


class Outbox:
    @staticmethod
    def emit(session, topic, type_, data):
        if data.get("message", {}).get("role") != "assistant":
            outbox.emit(session, topic, type_, data)


if __name__ == "__main__":
    replace(turns, "outbox", Outbox)
    start()
