from __future__ import annotations

from reference.accounts import people_api
from tests.broken._starting import replace, start

RULE = "A filter takes several values. This platform takes the first, and ignores the others."
REQUIREMENTS = ("API-010",)
SCENARIOS = ("Filters give exactly what fits all of them",)


def one_of(column, values):
    return [] if values is None else [column == values[0]]


if __name__ == "__main__":
    replace(people_api, "one_of", one_of)
    start()
