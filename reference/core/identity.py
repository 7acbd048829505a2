"""Who is calling: access tokens, and the person behind one as the database knows it now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any
from uuid import UUID, uuid4

import jwt
from sqlalchemy import and_, select

from reference.accounts.records import Person
from reference.accounts.records import Session as SignInSession
from reference.core import clock
from reference.core.database import transaction
from reference.core.inputs import UUID_FORM
from reference.core.settings import settings
from reference.tenancy.records import Tenant

ISSUER = "platform"
AUDIENCE = "platform-api"
ALGORITHM = "HS256"
ACCESS_SECONDS = 3600
NEEDED_CLAIMS = ("sub", "tenant_id", "role", "exp", "aud")
SIGNED_IN_STATUSES = ("active", "locked")  # a lock refuses new sign-ins; open sessions go on


class BadToken(Exception):
    """The token signs nobody in. Says no more than that."""


@dataclass(frozen=True)
class Claims:
    """What a token says and its signature proves. The role in it is never used."""

    person_id: UUID
    tenant_id: UUID
    session_id: UUID | None
    expires_at: float


@dataclass(frozen=True)
class Identity:
    """The person who calls. Role and tenant are the record's."""

    person_id: UUID
    tenant_id: UUID
    tenant_slug: str
    tenant_status: str
    role: str
    session_id: UUID | None
    expires_at: float


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
        claims = _decoder().decode(token, settings().jwt_secret, algorithms=[ALGORITHM], audience=AUDIENCE,
                                   options={"verify_exp": False, "verify_nbf": False, "verify_iat": False})
    except (jwt.PyJWTError, ValueError, TypeError, RecursionError):
        raise BadToken from None
    if any(claims.get(name) in (None, "") for name in NEEDED_CLAIMS) or not isinstance(claims["role"], str):
        raise BadToken
    if claims.get("iss", ISSUER) != ISSUER:
        raise BadToken
    moment = clock.now().timestamp()
    expires_at, not_before = _moment(claims["exp"]), _moment(claims.get("nbf", 0))
    if moment >= expires_at or moment < not_before:
        raise BadToken
    session_id = claims.get("sid")
    return Claims(_identifier(claims["sub"]), _identifier(claims["tenant_id"]),
                  None if session_id is None else _identifier(session_id), expires_at)


@lru_cache(maxsize=1)
def _decoder() -> jwt.PyJWT:
    return jwt.PyJWT()


def _moment(value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise BadToken
    return float(value) if abs(value) < 1e18 else 1e18


def _identifier(value: Any) -> UUID:
    if not isinstance(value, str) or not UUID_FORM.fullmatch(value):
        raise BadToken
    return UUID(value)


def identify(claims: Claims) -> Identity:
    """The person that the claims name, as it is now; raises BadToken for whom may not be signed in."""
    with transaction(claims.tenant_id) as session:
        found = session.execute(
            select(Person, Tenant, SignInSession)
            .join(Tenant, Tenant.id == Person.tenant_id)
            .outerjoin(SignInSession, and_(SignInSession.id == claims.session_id,
                                           SignInSession.person_id == Person.id))
            .where(Person.id == claims.person_id)).one_or_none()
        if found is None:
            raise BadToken
        person, tenant, sign_in = found
        if person.status not in SIGNED_IN_STATUSES:
            raise BadToken
        if claims.session_id is not None and not is_open(sign_in):
            raise BadToken
        if sign_in is not None and clock.now() - sign_in.last_seen_at > timedelta(seconds=60):
            sign_in.last_seen_at = clock.now()
    return Identity(person.id, tenant.id, tenant.slug, tenant.status, person.role, claims.session_id,
                    claims.expires_at)


def is_open(sign_in: SignInSession | None, at: datetime | None = None) -> bool:
    """Whether a session still signs in: known, not ended, not run out."""
    return sign_in is not None and sign_in.ended_at is None and sign_in.expires_at > (at or clock.now())
