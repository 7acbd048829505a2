"""Fraud alerts: raised, and told to those who look into them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from reference.accounts.records import Person
from reference.attendance.records import FraudAlert
from reference.core import outbox
from reference.core.database import TenantSession
from reference.notifications import service as notifications

MAILED = ("high", "critical")  # severities that are not only in the inbox


def raise_alert(session: TenantSession, person_id: UUID, type_: str, severity: str, *, record_id: UUID | None = None,
                fraud: dict[str, Any] | None = None) -> FraudAlert:
    """Keep that something looks like fraud, and tell every supervisor."""
    judged = fraud or {"score": None, "signals": []}
    alert = FraudAlert(person_id=person_id, record_id=record_id, type=type_, severity=severity, score=judged["score"],
                       signals=judged["signals"])
    session.add(alert)
    session.flush()
    outbox.emit(session, "tenant", "attendance.fraud_alert",
                {"alert_id": str(alert.id), "type": type_, "severity": severity})
    person = session.get_one(Person, person_id)
    notifications.notify(
        session, "attendance.fraud_alert", notifications.everybody(session, "supervisor"),
        title=f"Fraud alert: {type_.replace('_', ' ')}", body=f"{person.full_name} checked in, or tried to ({severity}).",
        data={"alert_id": str(alert.id), "type": type_, "severity": severity},
        event_key=f"attendance.fraud_alert:{alert.id}", by_email=severity in MAILED)
    return alert


def inform_administrators(session: TenantSession, alert_id: UUID) -> None:
    """Tell the administrators that a check-in was blocked."""
    alert = session.get_one(FraudAlert, alert_id)
    notifications.notify(
        session, "attendance.fraud_alert", notifications.everybody(session, "admin"), title="A check-in was blocked",
        body=f"What {alert.person.full_name} sent looks like fraud: {alert.type.replace('_', ' ')}.",
        data={"alert_id": str(alert.id), "type": alert.type, "severity": alert.severity},
        event_key=f"attendance.fraud_block:{alert.id}")
