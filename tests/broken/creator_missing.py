from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A mission shows who made it. This platform does not say."
REQUIREMENTS = ("MIS-023",)
SCENARIOS = ("A mission shows its id, its constraints, its creator and its times",)

describe = changes.described


def described(session, mission):
    return describe(session, mission).model_dump(mode="json", exclude={"created_by"})


if __name__ == "__main__":
    replace(changes, "described", described)
    start()
