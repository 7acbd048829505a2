"""What a body may point to: records of the own tenant, and nothing else."""

from __future__ import annotations

from typing import TypeVar
from uuid import UUID

from sqlalchemy import select

from reference.core.database import Base, TenantSession
from reference.core.errors import Fault, faulty

Record = TypeVar("Record", bound=Base)


def referred(session: TenantSession, kind: type[Record], record_id: UUID | None, field: str) -> Record | None:
    """The record that ``field`` of a body names, which then stays until the transaction ends; None for None.

    422 where the tenant has none of that id, be it another tenant's or nobody's.
    """
    if record_id is None:
        return None
    found = session.scalar(select(kind).where(kind.id == record_id).with_for_update(read=True, key_share=True, of=kind))
    if found is None:
        raise faulty([Fault(field, "unknown", "There is no such record.")])
    return found
