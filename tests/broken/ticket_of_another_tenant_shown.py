from __future__ import annotations

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import existing
from reference.tickets import api
from reference.tickets.records import Ticket
from tests.broken._starting import replace, start

RULE = "A ticket of another tenant does not exist. This platform shows it."
REQUIREMENTS = ("TKT-018",)
SCENARIOS = ("A ticket of another tenant does not exist",)


def visible(call, session, ticket_id):
    with transaction(EVERY_TENANT) as everywhere:
        return existing(everywhere.get(Ticket, record_id(ticket_id)))


if __name__ == "__main__":
    replace(api, "visible", visible)
    start()
