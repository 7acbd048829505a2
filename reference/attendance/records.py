"""The tables of attendance: consents and faces, shifts, records and their photos, fraud alerts, overrides."""

from __future__ import annotations

import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference.accounts.records import Person
from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned, Versioned
from reference.tenancy.records import Site


class Consent(Audited, TenantOwned, Base):
    """What a person lets the platform look at: the place, the face. One a person."""

    __tablename__ = "consents"
    trail = Trail.of("consent")

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    gps_tracking: Mapped[bool] = mapped_column(default=False)
    facial_recognition: Mapped[bool] = mapped_column(default=False)
    given_at: Mapped[datetime.datetime | None]
    withdrawn_at: Mapped[datetime.datetime | None]


class FaceEnrolment(Audited, TenantOwned, Base):
    """That the face service knows a person's face; of each person one is active."""

    __tablename__ = "face_enrolments"
    trail = Trail.of("face_enrolment")

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    quality: Mapped[float]
    status: Mapped[str] = mapped_column(default="active")


class Shift(Audited, TenantOwned, Base):
    """The hours in which people work at a site, as "HH:MM" of its time zone. They may cross midnight."""

    __tablename__ = "shifts"
    trail = Trail.of("shift")

    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    name: Mapped[str]
    starts_at: Mapped[str]
    ends_at: Mapped[str]
    grace_min: Mapped[int] = mapped_column(default=15)


class AttendanceRecord(Audited, TenantOwned, Versioned, Base):
    """That somebody was at a site from a check-in to a check-out. ``out_device_id`` is the device of the second."""

    __tablename__ = "attendance_records"
    trail = Trail.of("attendance_record", silent="out_device_id")

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id"))
    shift_id: Mapped[UUID | None] = mapped_column(ForeignKey("shifts.id"))
    date: Mapped[datetime.date]
    punch_in_at: Mapped[datetime.datetime]
    punch_out_at: Mapped[datetime.datetime | None]
    in_location: Mapped[dict[str, Any]] = mapped_column(JSONB)
    out_location: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    inside_fence: Mapped[bool]
    override_id: Mapped[UUID | None] = mapped_column(ForeignKey("overrides.id"))
    transport_mode: Mapped[str] = mapped_column(default="none")
    device_id: Mapped[str]
    out_device_id: Mapped[str | None]
    face_in: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    face_out: Mapped[dict[str, Any] | None] = mapped_column(JSONB(none_as_null=True))
    has_photo: Mapped[bool] = mapped_column(default=False)
    gps: Mapped[dict[str, Any]] = mapped_column(JSONB)
    fraud: Mapped[dict[str, Any]] = mapped_column(JSONB)
    late_minutes: Mapped[int] = mapped_column(default=0)
    regular_minutes: Mapped[int | None]
    overtime_minutes: Mapped[int | None]
    status: Mapped[str] = mapped_column(default="pending")
    review_comment: Mapped[str] = mapped_column(default="")
    reviewed_by_id: Mapped[UUID | None] = mapped_column("reviewed_by", ForeignKey("people.id"))

    site: Mapped[Site] = relationship(lazy="joined", innerjoin=True)
    person: Mapped[Person] = relationship(foreign_keys=person_id, lazy="joined", innerjoin=True)
    reviewed_by: Mapped[Person | None] = relationship(foreign_keys=reviewed_by_id, lazy="joined")


class Photo(TenantOwned, Base):
    """The photo of a check-in or a check-out, kept for a while."""

    __tablename__ = "attendance_photos"

    record_id: Mapped[UUID] = mapped_column(ForeignKey("attendance_records.id", ondelete="CASCADE"))
    punch: Mapped[str]
    taken_at: Mapped[datetime.datetime]
    content: Mapped[bytes]


class FraudAlert(Audited, TenantOwned, Versioned, Base):
    """Something for reviewers to look into. Without ``record_id`` the check-in was refused. ``score``: of the fraud check,
    where it is what alerts. ``escalated_at``: since when the administrators know of it."""

    __tablename__ = "fraud_alerts"
    trail = Trail.of("fraud_alert", silent="escalated_at")

    record_id: Mapped[UUID | None] = mapped_column(ForeignKey("attendance_records.id", ondelete="CASCADE"))
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    type: Mapped[str]
    severity: Mapped[str]
    score: Mapped[float | None]
    signals: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    status: Mapped[str] = mapped_column(default="pending")
    escalated_at: Mapped[datetime.datetime | None]
    note: Mapped[str] = mapped_column(default="")
    resolved_by_id: Mapped[UUID | None] = mapped_column("resolved_by", ForeignKey("people.id"))
    resolved_at: Mapped[datetime.datetime | None]

    person: Mapped[Person] = relationship(foreign_keys=person_id, lazy="joined", innerjoin=True)
    resolved_by: Mapped[Person | None] = relationship(foreign_keys=resolved_by_id, lazy="joined")


class Override(Audited, TenantOwned, Base):
    """The wish that a rule be set aside once, for a check-in of ``person_id`` at a site."""

    __tablename__ = "overrides"
    trail = Trail.of("override")

    type: Mapped[str]
    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id"))
    site_id: Mapped[UUID] = mapped_column(ForeignKey("sites.id", ondelete="CASCADE"))
    reason: Mapped[str]
    late_minutes: Mapped[int | None]
    status: Mapped[str] = mapped_column(default="pending")
    decided_by_id: Mapped[UUID | None] = mapped_column("decided_by", ForeignKey("people.id"))
    decided_at: Mapped[datetime.datetime | None]
    used_by_record_id: Mapped[UUID | None]

    decided_by: Mapped[Person | None] = relationship(foreign_keys=decided_by_id, lazy="joined")
