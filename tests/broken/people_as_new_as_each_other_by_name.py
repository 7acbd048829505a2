from __future__ import annotations

from reference.accounts import people_api
from reference.accounts.records import Person
from reference.core.answers import listed as list_in_order
from tests.broken._starting import replace, start

RULE = "Of two that are as new the id decides. This platform goes by their names."
REQUIREMENTS = ("API-011",)
SCENARIOS = ("A list stays in its order, the newest first",)


def listed(session, query, page, shape):
    return list_in_order(session, query.order_by(None).order_by(Person.created_at.desc(), Person.full_name, Person.id),
                         page, shape)


if __name__ == "__main__":
    replace(people_api, "listed", listed)
    start()
