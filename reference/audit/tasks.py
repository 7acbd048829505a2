"""The daily purge: what was kept long enough goes, from the old end of each chain."""

from __future__ import annotations

from sqlalchemy import text

from reference.core import audit, clock, recurring
from reference.core.database import TenantSession
from reference.core.tasks import celery

# The first event that is still kept, else the number that the next one will get.
FIRST_KEPT = text("SELECT chain, coalesce((SELECT min(sequence) FROM audit_events event"
                  " WHERE event.tenant_id = head.tenant_id AND event.chain = head.chain AND retention_until > :moment),"
                  " sequence + 1) AS kept FROM audit_chains head WHERE tenant_id = :tenant_id ORDER BY chain FOR UPDATE")
PURGING = text("SELECT set_config('platform.purging', :moment, true)")
REMOVE = text("DELETE FROM audit_events WHERE tenant_id = :tenant_id AND chain = :chain AND sequence < :kept")
MOVE = text("UPDATE audit_chains SET first = :kept WHERE tenant_id = :tenant_id AND chain = :chain")


@celery.task(name="audit.purge")
def purge(tenant_id: str | None = None) -> None:
    """Remove what is past its date, of each tenant in a transaction of its own."""
    recurring.for_each(tenant_id, purge_tenant)


def purge_tenant(session: TenantSession) -> None:
    """The same of one tenant; its trail tells how much it was."""
    removed = purge_chains(session)
    if any(removed.values()):
        audit.tell(session, "bulk_operation", "audit_event.purge", "audit_event", removed=removed)


def purge_chains(session: TenantSession) -> dict[str, int]:
    """How many events were removed from the old end of each of the tenant's chains."""
    which = {"tenant_id": session.tenant_id}
    moment = clock.now()
    chains = session.execute(FIRST_KEPT, {**which, "moment": moment}).all()
    session.connection().execute(PURGING, {"moment": moment.isoformat()})  # nobody's record: it has no tenant
    removed = {}
    for chain, kept in chains:
        place = {**which, "chain": chain, "kept": kept}
        removed[chain] = session.execute(REMOVE, place).rowcount
        session.execute(MOVE, place)
    return removed
