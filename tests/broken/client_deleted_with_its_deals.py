from __future__ import annotations

from sqlalchemy import select

from reference.sales import clients
from reference.sales.records import Deal
from tests.broken._starting import replace, start

RULE = "A client with whom there is a deal stays. This platform deletes the deals, too."
REQUIREMENTS = ("SAL-007",)
SCENARIOS = ("A client with whom there is a deal stays",)


def remove(session, client):
    for deal in session.scalars(select(Deal).where(Deal.client_id == client.id)).all():
        session.delete(deal)
    session.flush()
    session.delete(client)


if __name__ == "__main__":
    replace(clients, "remove", remove)
    start()
