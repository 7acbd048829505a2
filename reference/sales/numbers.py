"""Numbers: consecutive for a tenant and a kind, none given twice."""

from __future__ import annotations

from sqlalchemy import text

from reference.core.database import TenantSession
from reference.sales import rules

TAKE = text("INSERT INTO sales_numbers (tenant_id, kind, last) VALUES (:tenant_id, :kind, 1)"
            " ON CONFLICT (tenant_id, kind) DO UPDATE SET last = sales_numbers.last + 1 RETURNING last")


def take(session: TenantSession, kind: str) -> str:
    """The next number: nobody else gets one until this transaction has ended."""
    return rules.number(kind, session.execute(TAKE, {"tenant_id": session.tenant_id, "kind": kind}).scalar_one())
