from __future__ import annotations

from reference.core.answers import listed
from reference.core.database import EVERY_TENANT, transaction
from reference.missions import api
from tests.broken._starting import replace, start

RULE = "A list holds the own tenant's missions. This platform lists those of all tenants."
REQUIREMENTS = ("TEN-026",)
SCENARIOS = ("Another tenant's mission is in no list and cannot be read",)


def list_everything(call, query, page, shape):
    with transaction(EVERY_TENANT) as session:
        return call.answer(listed(session, query, page, shape))


if __name__ == "__main__":
    replace(api, "list_page", list_everything)
    start()
