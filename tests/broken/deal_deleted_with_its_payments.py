from __future__ import annotations

from sqlalchemy import delete

from reference.sales import deals
from reference.sales.records import Invoice, Payment
from tests.broken._starting import replace, start

RULE = "A deal on which there was ever a payment stays. This platform deletes the payments, too."
REQUIREMENTS = ("SAL-008",)
SCENARIOS = ("A deal on which there was ever a payment stays",)

remove = deals.remove


def remove_all(session, client, deal):
    for kind in (Invoice, Payment):
        session.execute(delete(kind).where(kind.deal_id == deal.id))
    remove(session, client, deal)


if __name__ == "__main__":
    replace(deals, "remove", remove_all)
    start()
