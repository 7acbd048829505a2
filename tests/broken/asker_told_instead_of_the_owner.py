from __future__ import annotations

from reference.conversations import turns
from reference.core import cause, outbox
from tests.broken._starting import replace, start

RULE = "A conversation's owner is told of what is said in it. This platform tells who asked."
REQUIREMENTS = ("RT-023",)
SCENARIOS = ("The owner is told of a question and then of its answer, when both can be read",)


class Outbox:
    @staticmethod
    def emit(session, topic, type_, data):
        mine = f"me:{cause.present().person_id}"
        outbox.emit(session, mine if topic.startswith("me:") else topic, type_, data)


if __name__ == "__main__":
    replace(turns, "outbox", Outbox)
    start()
