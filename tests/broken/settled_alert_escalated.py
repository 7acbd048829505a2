from __future__ import annotations

from sqlalchemy import select

from reference.attendance import escalation
from reference.attendance.records import FraudAlert
from reference.core import clock
from tests.broken._starting import replace, start

RULE = "What is settled does not go to the administrators. This platform escalates all that is old enough."
REQUIREMENTS = ("ATT-031",)
SCENARIOS = ("Only what is settled does not go to the administrators",)


def escalate_late(session):
    old = FraudAlert.created_at <= clock.now() - escalation.WAITS_AT_MOST
    for alert in session.scalars(select(FraudAlert).where(old, FraudAlert.escalated_at.is_(None))).all():
        escalation.escalate(session, alert)


if __name__ == "__main__":
    replace(escalation, "escalate_late", escalate_late)
    start()
