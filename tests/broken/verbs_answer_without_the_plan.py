from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Who runs a mission is answered with the whole of it. This platform leaves out its scope and its constraints."
REQUIREMENTS = ("MIS-013",)
SCENARIOS = (
    "Who runs a mission is answered with the whole of it each time",
    "Who retries a mission is answered with the whole of it",
)

describe = changes.described


def described(session, mission):
    answer = describe(session, mission)
    is_read = not session.outgoing  # a verb has something to tell
    return answer if is_read else answer.model_dump(mode="json", exclude={"scope", "constraints"})


if __name__ == "__main__":
    replace(changes, "described", described)
    start()
