from __future__ import annotations

from reference.conversations import turns
from reference.core import audit
from tests.broken._starting import replace, start

RULE = "What is said is no business of the trail. This platform tells it with the turn."
REQUIREMENTS = ("AUD-006",)
SCENARIOS = ("Of a turn the trail tells the model, the tokens and the time, and nothing of the text",)


store = turns.Turn._stored
said_last = []


def stored(self, session, conversation, said):
    said_last[:] = [said.text]
    return store(self, session, conversation, said)


class Audit:
    @staticmethod
    def tell(session, *told, **details):
        audit.tell(session, *told, **details, text=said_last[0])


if __name__ == "__main__":
    replace(turns.Turn, "_stored", stored)
    replace(turns, "audit", Audit)
    start()
