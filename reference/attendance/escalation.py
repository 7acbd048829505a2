"""Fraud alerts that wait too long go to the administrators, each once."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from reference.accounts.records import Person
from reference.attendance import rules
from reference.attendance.records import FraudAlert
from reference.core import audit, clock
from reference.core.database import TenantSession
from reference.notifications import service as notifications

WAITS_AT_MOST = timedelta(hours=24)


def escalate_late(session: TenantSession) -> None:
    """Escalate what has had no outcome in time. What somebody works on at this moment is seen to in the next run."""
    waiting = [state for state, following in rules.ALERT_STATES.items() if "escalated" in following]
    late = (select(FraudAlert)
            .where(FraudAlert.status.in_(waiting), FraudAlert.escalated_at.is_(None),
                   FraudAlert.created_at <= clock.now() - WAITS_AT_MOST)
            .order_by(FraudAlert.id).with_for_update(of=FraudAlert, skip_locked=True))
    for alert in session.scalars(late).all():
        escalate(session, alert)
        audit.by_time(session, alert)


def escalate(session: TenantSession, alert: FraudAlert) -> None:
    """Hand an alert to the administrators. Taken up again it is not escalated by time any more: they know of it."""
    alert.status, alert.escalated_at = "escalated", clock.now()
    person = session.get_one(Person, alert.person_id)
    notifications.notify(
        session, "attendance.alert_escalated", notifications.everybody(session, "admin"),
        title=f"Fraud alert escalated: {alert.type.replace('_', ' ')}", event_key=f"attendance.alert_escalated:{alert.id}",
        body=f"What {person.full_name} did looked like fraud ({alert.severity}), and nobody has said yet what it was.",
        data={"alert_id": str(alert.id)})
