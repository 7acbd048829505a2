from __future__ import annotations

from reference.accounts import people_api
from reference.core.answers import listed
from reference.core.database import EVERY_TENANT, transaction
from tests.broken._starting import replace, start

RULE = "The list of people holds those of the own tenant. This platform lists everybody."
REQUIREMENTS = ("TEN-027", "TEN-029")
SCENARIOS = (
    "Nothing of another tenant is in a list, a search or a number",
    "The list of people shows those of the own tenant, and of a site only those",
)

def listed_everywhere(session, query, page, shape):
    with transaction(EVERY_TENANT) as everywhere:
        return listed(everywhere, query, page, shape)


if __name__ == "__main__":
    replace(people_api, "listed", listed_everywhere)
    start()
