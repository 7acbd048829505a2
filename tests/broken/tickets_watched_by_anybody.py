from __future__ import annotations

from reference.core.database import EVERY_TENANT, transaction
from reference.realtime import topics
from reference.tickets.records import Ticket
from reference.tickets.shapes import TicketAnswer
from tests.broken._starting import replace, start

RULE = "A ticket is watched by who may see it. This platform shows it to everybody."
REQUIREMENTS = ("RT-036", "TKT-018")
SCENARIOS = ("A ticket of another tenant cannot be watched", "A ticket that one may not see cannot be watched")

record = topics._record


def record_of_anybody(session, person, kind, record_id):
    if kind != "ticket":
        return record(session, person, kind, record_id)
    with transaction(EVERY_TENANT) as everywhere:
        ticket = everywhere.get(Ticket, record_id)
        return (None, False) if ticket is None else (TicketAnswer.model_validate(ticket).model_dump(mode="json"), False)


if __name__ == "__main__":
    replace(topics, "_record", record_of_anybody)
    start()
