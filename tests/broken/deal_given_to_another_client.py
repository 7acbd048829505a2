from __future__ import annotations

from sqlalchemy import select

from reference.sales import deals
from reference.sales.records import Client
from tests.broken._starting import replace, start

RULE = "Deals made at the same moment have each their own client. On this platform the first one has them all."
REQUIREMENTS = ("SAL-054",)
SCENARIOS = ("Five people sell at the same moment, and nothing of it is mixed up",)

create = deals.create


def create_for_the_first(session, client, creator_id, fields):
    first = session.scalars(select(Client).order_by(Client.created_at).limit(1)).one()
    return create(session, first, creator_id, fields)


if __name__ == "__main__":
    replace(deals, "create", create_for_the_first)
    start()
