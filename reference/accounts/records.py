"""The tables of people, their sessions and refresh tokens, and of invitations."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import ForeignKey
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from reference.core.audit import Audited, Trail
from reference.core.database import Base, TenantOwned, Versioned

PROFILE_FIELDS = ("phone", "emergency_contact_name", "emergency_contact_phone", "locale", "timezone")


class Person(Audited, TenantOwned, Versioned, Base):
    """A person of one tenant. ``password_hash``: none while invited; ``wrong_passwords``: the times of the last ones
    (RFC 3339), oldest first."""

    __tablename__ = "people"
    trail = Trail.of("person", silent="last_login_at wrong_passwords", secret="password_hash",
                     security="role status modules")
    UNVERSIONED = trail.silent

    email: Mapped[str]
    full_name: Mapped[str]
    password_hash: Mapped[str | None]
    role: Mapped[str]
    status: Mapped[str] = mapped_column(default="active")
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"))
    modules: Mapped[list[str] | None] = mapped_column(JSONB(none_as_null=True))
    onboarding_completed: Mapped[bool] = mapped_column(default=True)
    profile: Mapped[dict[str, Any]] = mapped_column(JSONB, default=lambda: dict.fromkeys(PROFILE_FIELDS))
    last_login_at: Mapped[datetime | None]
    locked_until: Mapped[datetime | None]
    wrong_passwords: Mapped[list[str]] = mapped_column(JSONB, default=list)


class Session(Audited, TenantOwned, Base):
    """One sign-in. It ends by sign-out, by reuse of a refresh token, with the person's deactivation or with a new password
    given elsewhere. One that has a cookie keeps only the hashes of what the browser holds."""

    __tablename__ = "sessions"
    trail = Trail.of("session", silent="last_seen_at expires_at cookie_seen_at", secret="cookie_hash csrf_hash",
                     made="signed_in")

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    kind: Mapped[str] = mapped_column(default="token")
    last_seen_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    ip: Mapped[str]
    user_agent: Mapped[str]
    cookie_hash: Mapped[str | None]
    csrf_hash: Mapped[str | None]
    cookie_seen_at: Mapped[datetime | None]


class RefreshToken(TenantOwned, Base):
    """A refresh token that was given out; only its hash is kept."""

    __tablename__ = "refresh_tokens"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("sessions.id", ondelete="CASCADE"))
    token_hash: Mapped[str]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]


class Invitation(Audited, TenantOwned, Base):
    """Somebody who shall join the tenant, as ``person``. ``links``: how many were sent; only the last is good."""

    __tablename__ = "invitations"
    trail = Trail.of("invitation", security="status")

    person_id: Mapped[UUID] = mapped_column(ForeignKey("people.id", ondelete="CASCADE"))
    email: Mapped[str]
    full_name: Mapped[str]
    role: Mapped[str]
    site_id: Mapped[UUID | None] = mapped_column(ForeignKey("sites.id"))
    modules: Mapped[list[str] | None] = mapped_column(JSONB(none_as_null=True))
    onboarding: Mapped[bool] = mapped_column(default=False)
    status: Mapped[str] = mapped_column(default="pending")
    expires_at: Mapped[datetime]
    invited_by_id: Mapped[UUID] = mapped_column("invited_by", ForeignKey("people.id"))
    links: Mapped[int] = mapped_column(default=1)

    invited_by: Mapped[Person] = relationship(foreign_keys=invited_by_id, lazy="joined")
