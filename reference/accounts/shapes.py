"""What is answered of people, their tenants, sign-ins and roles."""

from __future__ import annotations

from typing import Literal
from uuid import UUID

from reference.accounts import rules
from reference.core import identity
from reference.core.answers import Answer, Moment, VersionedAnswer


class Profile(Answer):
    phone: str | None = None
    emergency_contact_name: str | None = None
    emergency_contact_phone: str | None = None
    locale: str | None = None
    timezone: str | None = None


class PersonAnswer(VersionedAnswer):
    email: str
    full_name: str
    role: str
    status: str
    modules: list[str] | None
    onboarding_completed: bool
    profile: Profile
    last_login_at: Moment | None
    locked_until: Moment | None


class TenantName(Answer):
    id: UUID
    slug: str
    name: str


class Me(PersonAnswer):
    permissions: list[str]
    menu: list[str]
    tenant: TenantName
    completion: int


class Tokens(Answer):
    access_token: str
    refresh_token: str
    token_type: Literal["Bearer"] = "Bearer"
    expires_in: int = identity.ACCESS_SECONDS
    refresh_expires_in: int = int(rules.REFRESH_TIME.total_seconds())


class SignedInAnswer(Tokens):
    person: PersonAnswer
    tenant: TenantName
    first_sign_in: bool


class ScopedPermission(Answer):
    name: str
    scope: Literal["all", "own"]


class RoleAnswer(Answer):
    role: str
    permissions: list[ScopedPermission]
