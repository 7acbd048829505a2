from __future__ import annotations

from reference.accounts import api
from tests.broken._starting import replace, start

RULE = "A cookie is kept from scripts and from other sites. This platform lets both have it."
REQUIREMENTS = ("ACC-007",)
SCENARIOS = ("A cookie is kept from scripts and from other sites",)

attributes = api._cookie


def cookie(visit):
    return attributes(visit) | {"httponly": False, "samesite": "none"}


if __name__ == "__main__":
    replace(api, "_cookie", cookie)
    start()
