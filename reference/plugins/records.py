"""The table of what tenants have configured."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference.accounts.records import Person
from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned, Versioned


class PluginConfiguration(Audited, TenantOwned, Versioned, Base):
    """How a tenant has configured a plugin, and whether it is on. Its secret stands apart from what may be shown.

    ``exported_on``: the day of the last regular mail, of a plugin that sends one.
    """

    __tablename__ = "plugin_configurations"
    trail = Trail.of("plugin", silent="exported_on", secret="signing_secret")
    UNVERSIONED = frozenset({"exported_on"})

    name: Mapped[str]
    config: Mapped[dict[str, Any]] = mapped_column(JSONB)
    signing_secret: Mapped[str | None]
    enabled: Mapped[bool] = mapped_column(default=False)
    enabled_at: Mapped[datetime | None]
    enabled_by_id: Mapped[UUID | None] = mapped_column("enabled_by", ForeignKey("people.id"))
    updated_by_id: Mapped[UUID] = mapped_column("updated_by", ForeignKey("people.id"))
    exported_on: Mapped[date | None]

    enabled_by: Mapped[Person | None] = relationship(foreign_keys=[enabled_by_id], lazy="joined")
    updated_by: Mapped[Person] = relationship(foreign_keys=[updated_by_id], lazy="joined", innerjoin=True)
