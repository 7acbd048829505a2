from __future__ import annotations

from reference.sales import deals
from tests.broken._starting import replace, start

RULE = "A deal is kept as it was sent. This platform forgets when it is due."
REQUIREMENTS = ("SAL-030",)
SCENARIOS = ("A deal with a client is just as it was sent, open and unpaid",)

create = deals.create


def create_without_due_date(session, client, creator_id, fields):
    return create(session, client, creator_id, {**fields, "due_date": None})


if __name__ == "__main__":
    replace(deals, "create", create_without_due_date)
    start()
