from __future__ import annotations

from reference.core.answers import listed
from reference.core.database import EVERY_TENANT, transaction
from reference.missions import api
from tests.broken._starting import replace, start

RULE = "A search finds what belongs to the own tenant. This platform searches the missions of all."
REQUIREMENTS = ("TEN-027",)
SCENARIOS = ("Nothing of another tenant is in a list, a search or a number",)

show = api.listed


def list_or_search(session, query, page, shape):
    if not getattr(page, "q", None):
        return show(session, query, page, shape)
    with transaction(EVERY_TENANT) as every:
        return listed(every, query, page, shape)


if __name__ == "__main__":
    replace(api, "listed", list_or_search)
    start()
