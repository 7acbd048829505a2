"""Who is calling: access tokens and cookies, and the person behind one as the database knows it now."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any, Literal
from uuid import UUID, uuid4

import jwt
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import and_, bindparam, select

from reference.accounts.records import Person
from reference.accounts.records import Session as SignInSession
from reference.core import clock
from reference.core.database import EVERY_TENANT, look_up, transaction
from reference.core.inputs import Identifier
from reference.core.settings import settings
from reference.tenancy.records import Tenant

ISSUER = "platform"
AUDIENCE = "platform-api"
ALGORITHM = "HS256"
ACCESS_SECONDS = 3600
COOKIE = "session"
COOKIE_UNUSED = timedelta(hours=1)
COOKIE_AT_MOST = timedelta(hours=12)
NOTED_AFTER = {"token": timedelta(seconds=60), "cookie": timedelta(seconds=1)}  # a use so soon after the last is not stored
SIGNED_IN_STATUSES = ("active", "locked")  # a lock refuses new sign-ins; open sessions go on


class BadToken(Exception):
    """The token or cookie signs nobody in. Says no more than that."""


class Claims(BaseModel):
    """What a token says and its signature proves. It must name a role, which is never used."""

    model_config = ConfigDict(strict=True, frozen=True)

    person_id: Identifier = Field(alias="sub")
    tenant_id: Identifier
    session_id: Identifier | None = Field(None, alias="sid")
    role: str = Field(min_length=1)
    issuer: Literal["platform"] = Field(ISSUER, alias="iss")
    expires_at: float = Field(alias="exp", allow_inf_nan=False)
    not_before: float = Field(0.0, alias="nbf", allow_inf_nan=False)


@dataclass(frozen=True)
class Identity:
    """The person who calls. Role, modules and tenant are the record's. ``csrf_hash``: of who signed in by cookie."""

    person_id: UUID
    tenant_id: UUID
    tenant_slug: str
    tenant_status: str
    role: str
    modules: list[str] | None
    session_id: UUID | None
    expires_at: float
    csrf_hash: str | None = None


def issue(person: Person, session_id: UUID) -> str:
    """A new access token for a session of the person."""
    moment = clock.now()
    claims = {"iss": ISSUER, "aud": AUDIENCE, "sub": str(person.id), "tenant_id": str(person.tenant_id),
              "role": person.role, "sid": str(session_id), "jti": str(uuid4()), "iat": int(moment.timestamp()),
              "exp": int(moment.timestamp()) + ACCESS_SECONDS}
    return jwt.encode(claims, settings().jwt_secret, algorithm=ALGORITHM)


def read(token: str) -> Claims:
    """The claims of a token that is whole, ours, and not expired; raises BadToken."""
    try:
        claims = Claims.model_validate(
            _decoder().decode(token, settings().jwt_secret, algorithms=[ALGORITHM], audience=AUDIENCE,
                              options={"verify_exp": False, "verify_nbf": False, "verify_iat": False}))
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
        raise BadToken from None
    if not claims.not_before <= clock.now().timestamp() < claims.expires_at:
        raise BadToken
    return claims


@lru_cache(maxsize=1)
def _decoder() -> jwt.PyJWT:
    return jwt.PyJWT()


# Asked with each call: so it is plain columns, by themselves and without a transaction. It names the tenant itself.
_SIGNED_IN = (
    select(Person.id, Person.role, Person.modules, Person.status, Tenant.slug, Tenant.status.label("tenant_status"),
           SignInSession.id.label("session_id"), SignInSession.kind, SignInSession.ended_at, SignInSession.expires_at,
           SignInSession.last_seen_at)
    .join(Tenant, Tenant.id == Person.tenant_id)
    .outerjoin(SignInSession, and_(SignInSession.id == bindparam("session_id"), SignInSession.person_id == Person.id))
    .where(Person.id == bindparam("person_id"), Person.tenant_id == bindparam("tenant_id")))


def identify(claims: Claims) -> Identity:
    """The person that the claims name, as it is now; raises BadToken for whom may not be signed in."""
    found = look_up(_SIGNED_IN, person_id=claims.person_id, tenant_id=claims.tenant_id, session_id=claims.session_id)
    if found is None or found.status not in SIGNED_IN_STATUSES:
        raise BadToken
    if claims.session_id is not None:
        if not is_open(found if found.session_id else None):
            raise BadToken
        if clock.now() - found.last_seen_at > NOTED_AFTER["token"]:
            _note_use_by_token(claims)
    return Identity(found.id, claims.tenant_id, found.slug, found.tenant_status, found.role, found.modules,
                    claims.session_id, claims.expires_at)


def _note_use_by_token(claims: Claims) -> None:
    with transaction(claims.tenant_id) as session:
        sign_in = session.get(SignInSession, claims.session_id)
        if sign_in is not None:
            note_use(sign_in, "token")


def identify_cookie(secret: str) -> Identity:
    """The person whose session has this cookie; raises BadToken."""
    with transaction(EVERY_TENANT) as session:
        found = session.execute(
            select(Person, Tenant, SignInSession)
            .join(Tenant, Tenant.id == Person.tenant_id).join(SignInSession, SignInSession.person_id == Person.id)
            .where(SignInSession.cookie_hash == secret_hash(secret))).one_or_none()
        if found is None:
            raise BadToken
        person, tenant, sign_in = found
        ends_at = cookie_ends_at(sign_in)
        if person.status not in SIGNED_IN_STATUSES or not is_open(sign_in) or ends_at <= clock.now():
            raise BadToken
        note_use(sign_in, "cookie")
    return Identity(person.id, tenant.id, tenant.slug, tenant.status, person.role, person.modules, sign_in.id,
                    ends_at.timestamp(), sign_in.csrf_hash)


def note_use(sign_in: SignInSession, kind: str) -> None:
    """Store that the session was used just now, and by what."""
    moment = clock.now()
    if moment - sign_in.last_seen_at > NOTED_AFTER[kind]:
        sign_in.last_seen_at = moment
    if kind == "cookie" and moment - sign_in.cookie_seen_at > NOTED_AFTER[kind]:
        sign_in.cookie_seen_at = moment


def cookie_ends_at(sign_in: SignInSession) -> datetime:
    """When a session's cookie is worth nothing any more, if it is not used before."""
    return min(sign_in.cookie_seen_at + COOKIE_UNUSED, sign_in.created_at + COOKIE_AT_MOST)


def secret_hash(secret: str) -> str:
    """What is stored of a token or cookie that was given out."""
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def is_open(sign_in: Any, at: datetime | None = None) -> bool:
    """Whether a session, the record or what was read of it, still signs in: known, not ended, not run out."""
    return sign_in is not None and sign_in.ended_at is None and sign_in.expires_at > (at or clock.now())
