from __future__ import annotations

from uuid import uuid4

from reference.notifications import service
from reference.tickets import escalation
from tests.broken._starting import replace, start

RULE = "Of a ticket that will be due somebody is warned once. This platform warns at each look."
REQUIREMENTS = ("TKT-009",)
SCENARIOS = ("Whoever has a ticket is warned once when three quarters of its time have passed",)


def warn(session, ticket):
    people = [ticket.assignee_id] if ticket.assignee_id is not None else service.everybody(session, "supervisor")
    service.notify(session, "ticket.sla_warning", people, title=f"{ticket.number} will soon be due", event_key=str(uuid4()))


if __name__ == "__main__":
    replace(escalation, "warn", warn)
    start()
