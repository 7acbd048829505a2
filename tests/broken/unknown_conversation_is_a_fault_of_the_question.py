from __future__ import annotations

from reference.conversations import turns
from reference.core.errors import Fault, Problem, faulty
from tests.broken._starting import replace, start

RULE = ("A conversation that there is not is unknown, wherever it is named. This platform calls it a faulty field of "
        "a question.")
REQUIREMENTS = ("CON-022",)
SCENARIOS = ("What is not there can neither be read nor changed, and nothing can be asked in it",)


find = turns.asked_in


def asked_in(call, session, conversation_id, *, locked=False):
    try:
        return find(call, session, conversation_id, locked=locked)
    except Problem as problem:
        if problem.status == 404:
            raise faulty([Fault("conversation_id", "unknown", "There is no such record.")]) from None
        raise


if __name__ == "__main__":
    replace(turns, "asked_in", asked_in)
    start()
