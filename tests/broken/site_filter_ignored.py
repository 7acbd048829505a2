from __future__ import annotations

from reference.accounts import people_api
from tests.broken._starting import replace, start

RULE = "A list by site gives exactly the people of that site. This platform gives everybody."
REQUIREMENTS = ("API-008", "API-009")
SCENARIOS = ("Filters give exactly what fits all of them",)


def equals(column, value):
    return []


if __name__ == "__main__":
    replace(people_api, "equals", equals)
    start()
