from __future__ import annotations

from reference.core import origins
from tests.broken._starting import replace, start

RULE = "Only listed origins may read answers. This platform lets in whichever asks."
REQUIREMENTS = ("API-047", "API-048")
SCENARIOS = ("A page of any other origin may read nothing", "Any other origin is refused beforehand")


def is_listed(origin):
    return True


if __name__ == "__main__":
    replace(origins, "is_listed", is_listed)
    start()
