"""Fraud alerts: raised, and told to those who look into them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from reference.attendance.records import FraudAlert
from reference.core import outbox
from reference.core.database import TenantSession


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
    return alert
