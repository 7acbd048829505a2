"""The table of devices."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from reference.core import clock
from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned, Versioned

PRIORITIES = {"phone": 40, "tablet": 60, "laptop": 80, "desktop": 100}  # the higher wins where two changed the same
STATUSES = ("active", "inactive")


class Device(Audited, TenantOwned, Versioned, Base):
    """What somebody works with. ``device_id`` is its own name for itself, and nobody else's at the tenant."""

    __tablename__ = "devices"
    trail = Trail.of("device", silent="last_seen_at")
    UNVERSIONED = frozenset({"last_seen_at"})

    device_id: Mapped[str]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    type: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    status: Mapped[str] = mapped_column(default="active")
    last_seen_at: Mapped[datetime] = mapped_column(default=clock.now)

    @property
    def priority(self) -> int:
        return PRIORITIES[self.type]
