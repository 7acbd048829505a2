"""The tables of work orders, and of the links by which vendors come."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference.core import clock
from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned, Versioned
from reference.tenancy.records import Site
from reference.work_orders import rules


class WorkOrder(Audited, TenantOwned, Versioned, Base):
    """Work that somebody wants done. ``round`` counts the submissions: each is decided anew."""

    __tablename__ = "work_orders"
    trail = Trail.of("work_order", silent="history")

    number: Mapped[str | None]
    title: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"))
    priority: Mapped[str] = mapped_column(default="medium")
    status: Mapped[str] = mapped_column(default="draft")
    author_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    assignee_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    vendor: Mapped[dict[str, str] | None] = mapped_column(JSONB(none_as_null=True))
    planned_start: Mapped[datetime | None]
    due_at: Mapped[datetime | None]
    started_at: Mapped[datetime | None]
    completed_at: Mapped[datetime | None]
    declined: Mapped[bool] = mapped_column(default=False)
    decline_reason: Mapped[str | None]
    permit_type: Mapped[str | None]
    permit_status: Mapped[str] = mapped_column(default="none")
    verifiers: Mapped[list[str]] = mapped_column(JSONB, default=list)
    approvers: Mapped[list[str]] = mapped_column(JSONB, default=list)
    round: Mapped[int] = mapped_column(default=0)
    decisions: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    line_items: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    history: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)

    site: Mapped[Site | None] = relationship(viewonly=True)

    @property
    def overdue(self) -> bool:
        return rules.is_overdue(self.status, self.due_at, clock.now())


class VendorLink(Audited, TenantOwned, Base):
    """A link that was, or is to be, mailed to a vendor. What opens it is made when it is mailed; only a hash is kept."""

    __tablename__ = "vendor_links"
    trail = Trail.of("vendor_link", silent="token_hash expires_at mailed_at")

    work_order_id: Mapped[UUID] = mapped_column(ForeignKey("work_orders.id", ondelete="CASCADE"))
    email: Mapped[str]
    token_hash: Mapped[str | None]
    expires_at: Mapped[datetime | None]
    mailed_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
