from __future__ import annotations

from reference.accounts import people_api
from reference.accounts.records import Person
from reference.core.answers import listed as list_in_order
from tests.broken._starting import replace, start

RULE = "Lists are newest first. This platform begins with the oldest person."
REQUIREMENTS = ("API-011",)
SCENARIOS = ("A list stays in its order, the newest first",)


def listed(session, query, page, shape):
    return list_in_order(session, query.order_by(None).order_by(Person.created_at, Person.id), page, shape)


if __name__ == "__main__":
    replace(people_api, "listed", listed)
    start()
