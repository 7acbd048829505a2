from __future__ import annotations

from sqlalchemy import update

from reference.accounts.records import Session
from reference.core import clock
from reference.core.database import EVERY_TENANT, transaction
from reference.tenancy import api
from tests.broken._starting import replace, start

RULE = "After an activation tokens work again. This platform ends every sign-in with the suspension."
REQUIREMENTS = ("TEN-020",)
SCENARIOS = ("A suspended tenant's tokens are worth nothing at any process, until it is activated",)

change = api.change_status


def change_status(found, status, reason):
    change(found, status, reason)
    with transaction(EVERY_TENANT) as session:
        session.execute(update(Session).where(Session.tenant_id == found.id).values(ended_at=clock.now()))


if __name__ == "__main__":
    replace(api, "change_status", change_status)
    start()
