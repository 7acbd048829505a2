from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A value keeps the limits that the description states. This platform says that a mission is done to 101 %."
REQUIREMENTS = ("API-023",)
SCENARIOS = ("Whatever is asked for, the answer is as the platform describes it",)

describe = changes.described


def described(session, mission):
    return {**describe(session, mission).model_dump(mode="json"), "progress": 101}


if __name__ == "__main__":
    replace(changes, "described", described)
    start()
