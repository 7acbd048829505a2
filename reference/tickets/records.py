"""The tables of tickets, what people say on them, and the rules by which they escalate."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference.accounts.records import Person
from reference.core import clock
from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned, Versioned
from reference.tickets import rules


class Ticket(Audited, TenantOwned, Versioned, Base):
    """A reported trouble. ``history`` has an entry {at, by, change, from, to, comment} for each field that was changed;
    who did it is {id, full_name} as it was then, or "system", there and in ``escalated_by``."""

    __tablename__ = "tickets"
    trail = Trail.of("ticket", silent="history warned_at")

    number: Mapped[str]
    title: Mapped[str]
    description: Mapped[str]
    category: Mapped[str | None]
    priority: Mapped[str]
    status: Mapped[str] = mapped_column(default="new")
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"))
    reporter_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    assignee_id: Mapped[UUID | None] = mapped_column(ForeignKey("people.id"))
    due_at: Mapped[datetime]
    escalation_level: Mapped[int] = mapped_column(default=0)
    escalated_at: Mapped[datetime | None]
    escalated_by: Mapped[Any] = mapped_column(JSONB(none_as_null=True), nullable=True)
    resolution: Mapped[str | None]
    resolved_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]
    warned_at: Mapped[datetime | None]
    history: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)

    @property
    def overdue(self) -> bool:
        return rules.is_overdue(self.status, self.due_at, clock.now())

    def concerns(self, person_id: UUID) -> bool:
        """Whether the ticket is the person's own: reported by or assigned to."""
        return person_id in (self.reporter_id, self.assignee_id)


class TicketComment(Audited, TenantOwned, Base):
    """What somebody said on a ticket."""

    __tablename__ = "ticket_comments"
    trail = Trail.of("ticket_comment")

    ticket_id: Mapped[UUID] = mapped_column(ForeignKey("tickets.id", ondelete="CASCADE"))
    text: Mapped[str]
    by_id: Mapped[UUID] = mapped_column("by", ForeignKey("people.id"))
    at: Mapped[datetime] = mapped_column(default=clock.now)

    by: Mapped[Person] = relationship(lazy="joined", innerjoin=True)


class EscalationRule(Audited, TenantOwned, Base):
    """To whom a ticket of the category goes at this level, and how long after its creation."""

    __tablename__ = "ticket_escalation_rules"
    trail = Trail.of("ticket_escalation_rule")

    category: Mapped[str]
    level: Mapped[int]
    unit: Mapped[str]
    value: Mapped[int]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
