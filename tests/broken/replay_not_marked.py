from __future__ import annotations

from reference.core.idempotency import Replay
from tests.broken._starting import replace, start

RULE = "What is answered as before is marked as a replay. This platform does not say so."
REQUIREMENTS = ("API-037",)
SCENARIOS = ("What is sent twice with one key is done once",)

answer_before = Replay.answer


def answer(kept):
    again = answer_before(kept)
    del again.headers["Idempotency-Replayed"]
    return again


if __name__ == "__main__":
    replace(Replay, "answer", answer)
    start()
