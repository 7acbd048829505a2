from __future__ import annotations

from sqlalchemy.orm import Session

from reference.tickets.records import EscalationRule
from tests.broken._starting import replace, start

RULE = "A rule that was removed is none any more. This platform says so, and keeps it."
REQUIREMENTS = ("TKT-008",)
SCENARIOS = ("A rule that was removed raises nothing any more",)

delete = Session.delete


def delete_other(session, record):
    if not isinstance(record, EscalationRule):
        delete(session, record)


if __name__ == "__main__":
    replace(Session, "delete", delete_other)
    start()
