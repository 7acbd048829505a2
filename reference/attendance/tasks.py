"""What follows a check-in that was blocked."""

from __future__ import annotations

from uuid import UUID

from reference.attendance import alerts
from reference.core.database import transaction
from reference.core.tasks import celery


@celery.task(name="attendance.fraud_block")
def fraud_block(tenant_id: str, alert_id: str) -> None:
    """Inform the administrators."""
    with transaction(UUID(tenant_id)) as session:
        alerts.inform_administrators(session, UUID(alert_id))
