from __future__ import annotations

from sqlalchemy import text

from reference.core import outbox
from reference.sales import telling
from tests.broken._starting import replace, start

RULE = "Deals are told to nobody of another tenant. On this platform to all on their sockets."
REQUIREMENTS = ("NTF-016",)
SCENARIOS = ("Deals and payments of one tenant are told to nobody of another",)

of_deal = telling.of_deal


def of_deal_everywhere(session, deal, creator_id):
    of_deal(session, deal, creator_id)
    for tenant_id in session.connection().execute(text("SELECT id FROM tenants")).scalars():
        outbox.emit(session, "tenant", "deal.created", {"number": deal.number}, tenant_id=tenant_id)


if __name__ == "__main__":
    replace(telling, "of_deal", of_deal_everywhere)
    start()
