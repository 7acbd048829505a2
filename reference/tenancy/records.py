"""The table of tenants."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from reference.core import clock
from reference.core.database import Base, Versioned

DEFAULT_SETTINGS = {"timezone": "UTC", "payroll_cutoff_day": 5, "conflict_overrides": {}, "security_email": None}


class Tenant(Versioned, Base):
    """A customer of the platform. ``counted_month`` says for which UTC month the missions are counted."""

    __tablename__ = "tenants"

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


def current_month() -> str:
    """The UTC month for which missions are counted now, such as 2026-11."""
    return clock.now().strftime("%Y-%m")
