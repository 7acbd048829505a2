from __future__ import annotations

from reference.core.answers import listed
from reference.core.database import EVERY_TENANT, transaction
from reference.missions import api
from tests.broken._starting import replace, start

RULE = "A list counts what belongs to the own tenant. This platform shows that, and counts the missions of all."
REQUIREMENTS = ("TEN-026", "TEN-027")
SCENARIOS = (
    "Another tenant's mission is in no list and cannot be read",
    "Nothing of another tenant is in a list, a search or a number",
)

show = api.listed


def list_and_count(session, query, page, shape):
    with transaction(EVERY_TENANT) as every:
        total = listed(every, query, page, shape).total
    return show(session, query, page, shape).model_copy(update={"total": total})


if __name__ == "__main__":
    replace(api, "listed", list_and_count)
    start()
