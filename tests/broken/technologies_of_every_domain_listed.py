from __future__ import annotations

from reference.projects import technologies_api
from tests.broken._starting import replace, start

RULE = "Technologies are listed by domain and stage. This platform lists all."
REQUIREMENTS = ("EXP-034",)
SCENARIOS = ("Technologies are listed by domain and stage",)


def one_of(column, values):
    return []


if __name__ == "__main__":
    replace(technologies_api, "one_of", one_of)
    start()
