from __future__ import annotations

from reference.core.errors import wrong_state
from reference.sales import deals
from tests.broken._starting import replace, start

RULE = "Once the money has gone back a deal can be cancelled. On this platform never again."
REQUIREMENTS = ("SAL-018",)
SCENARIOS = ("Once the money has gone back a deal can be cancelled",)

cancel = deals.cancel


def cancel_if_never_paid(session, client, deal, reason):
    if deals.has_payments(session, deal):
        raise wrong_state(deal.status, [])
    cancel(session, client, deal, reason)


if __name__ == "__main__":
    replace(deals, "cancel", cancel_if_never_paid)
    start()
