"""The tables of tenants and their sites."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference.core import clock
from reference.core.audit import Audited, Trail
from reference.core.database import Base, OwnTenant, TenantOwned, Versioned

DEFAULT_SETTINGS = {"timezone": "UTC", "payroll_cutoff_day": 5, "conflict_overrides": {}, "security_email": None}


class Tenant(OwnTenant, Audited, Versioned, Base):
    """A customer of the platform. ``counted_month`` says for which UTC month the missions are counted."""

    __tablename__ = "tenants"
    trail = Trail.of("tenant", silent="missions_this_month counted_month", security="status")

    slug: Mapped[str]
    name: Mapped[str]
    status: Mapped[str] = mapped_column(default="active")
    suspended_at: Mapped[datetime | None]
    suspension_reason: Mapped[str] = mapped_column(default="")
    settings: Mapped[dict[str, Any]] = mapped_column(JSONB, default=lambda: dict(DEFAULT_SETTINGS))
    missions_per_month: Mapped[int] = mapped_column(default=500)
    missions_running: Mapped[int] = mapped_column(default=10)
    counted_missions: Mapped[int] = mapped_column("missions_this_month", default=0)
    counted_month: Mapped[str] = mapped_column(default="")

    @property
    def missions_this_month(self) -> int:
        """The count of a month that is over is 0."""
        return self.counted_missions if self.counted_month == current_month() else 0


class Site(Audited, TenantOwned, Versioned, Base):
    """A place where a tenant works. What is open there keeps it from being removed (service.open_at_sites)."""

    __tablename__ = "sites"
    trail = Trail.of("site")

    code: Mapped[str]
    name: Mapped[str]
    parent_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"))
    enabled: Mapped[bool] = mapped_column(default=True)
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    permissible_distance_m: Mapped[int] = mapped_column(default=100)
    geofence: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    face_required: Mapped[bool] = mapped_column(default=False)
    timezone: Mapped[str]
    lead_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    security_email: Mapped[str | None]

    children: Mapped[list[Site]] = relationship(lazy="selectin", order_by="Site.code", viewonly=True)


def current_month() -> str:
    """The UTC month for which missions are counted now, such as 2026-11."""
    return clock.now().strftime("%Y-%m")
