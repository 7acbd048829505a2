"""What is answered of people, their tenants, sign-ins, invitations and roles."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from pydantic import Field, PlainValidator, WithJsonSchema

from reference.accounts import rules
from reference.core import identity, inputs
from reference.core.answers import Answer, Moment, NamedPerson, RecordAnswer, VersionedAnswer
from reference.core.permissions import MODULES


def _modules(value: Any) -> list[str]:
    """Some modules, each once, in the platform's order."""
    def known(module: Any) -> str:
        if module not in MODULES:
            raise inputs.fault("not_allowed", f"Allowed: {', '.join(MODULES)}.")
        return module

    chosen = inputs.distinct(value, len(MODULES), known)
    return [module for module in MODULES if module in chosen]


Modules = Annotated[list[str], PlainValidator(_modules),
                    WithJsonSchema({"type": "array", "minItems": 1, "items": {"type": "string", "enum": list(MODULES)}})]


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
    site_id: UUID | None
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
    csrf_token: str | None = Field(None, exclude_if=lambda token: token is None)


class SessionAnswer(RecordAnswer):
    kind: Literal["token", "cookie"]
    last_seen_at: Moment
    expires_at: Moment
    ip: str
    user_agent: str
    current: bool = False


class InvitationAnswer(RecordAnswer):
    email: str
    full_name: str
    role: str
    site_id: UUID | None
    modules: list[str] | None
    onboarding: bool
    status: str
    expires_at: Moment
    invited_by: NamedPerson


class ScopedPermission(Answer):
    name: str
    scope: Literal["all", "own"]


class RoleAnswer(Answer):
    role: str
    permissions: list[ScopedPermission]
