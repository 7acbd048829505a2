from __future__ import annotations

from reference.analytics import recorder
from tests.broken._starting import replace, start

RULE = "What is refused counts as a call that failed. This platform counts only what it has done."
REQUIREMENTS = ("ANA-010",)
SCENARIOS = (
    "What is refused counts as failed, and looking at the figures as nothing",
    "What the platform cannot do counts as failed",
)

store = recorder.store


def store_done(calls):
    done = [call for call in calls if call["status"] < 400]
    if done:
        store(done)


if __name__ == "__main__":
    replace(recorder, "store", store_done)
    start()
