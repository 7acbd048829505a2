from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "An answer shows what the description says, and nothing else. This platform shows who runs its worker, too."
REQUIREMENTS = ("API-023",)
SCENARIOS = ("Whatever is asked for, the answer is as the platform describes it",)

describe = changes.described


def described(session, mission):
    return {**describe(session, mission).model_dump(mode="json"), "run_by": "worker-1"}


if __name__ == "__main__":
    replace(changes, "described", described)
    start()
