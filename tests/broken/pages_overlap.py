from __future__ import annotations

from reference.accounts import people_api
from reference.core.answers import listed as list_page
from tests.broken._starting import replace, start

RULE = ("A list in pages shows each record exactly once. On this platform each page begins with the last of the "
        "one before.")
REQUIREMENTS = ("API-006",)
SCENARIOS = ("A list in pages shows each record exactly once",)


def listed(session, query, page, shape):
    found = list_page(session, query.offset(max(0, page.offset - 1)), page.model_copy(update={"offset": 0}), shape)
    start = max(0, page.offset - 1)
    again = list_page(session, query, page.model_copy(update={"offset": start}), shape)
    return again.model_copy(update={"offset": page.offset, "total": found.total + start})


if __name__ == "__main__":
    replace(people_api, "listed", listed)
    start()
