from __future__ import annotations

from reference.accounts import people_api
from reference.core.answers import listed as list_whole
from tests.broken._starting import replace, start

RULE = "A page says how many records the whole list has. This platform says how many it shows."
REQUIREMENTS = ("API-006",)
SCENARIOS = ("A list in pages shows each record exactly once",)


def listed(session, query, page, shape):
    found = list_whole(session, query, page, shape)
    return found.model_copy(update={"total": len(found.items)})


if __name__ == "__main__":
    replace(people_api, "listed", listed)
    start()
