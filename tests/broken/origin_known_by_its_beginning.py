from __future__ import annotations

from reference.core import origins
from reference.core.settings import settings
from tests.broken._starting import replace, start

RULE = "An origin is listed exactly as it stands. This platform takes whatever begins like one."
REQUIREMENTS = ("API-047",)
SCENARIOS = ("A page of any other origin may read nothing",)


def is_listed(origin):
    return origin.startswith(settings().allowed_origins)


if __name__ == "__main__":
    replace(origins, "is_listed", is_listed)
    start()
