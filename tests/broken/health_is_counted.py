from __future__ import annotations

from reference.core import limits
from tests.broken._starting import replace, start

RULE = "The health may be asked for at any time. This platform counts that like any other call."
REQUIREMENTS = ("API-043",)
SCENARIOS = ("The health may be asked for at any time",)


def is_free(path):
    return False


if __name__ == "__main__":
    replace(limits, "is_free", is_free)
    start()
