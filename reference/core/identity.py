"""Who is calling: access tokens, and the person behind one as the database knows it now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Literal
from uuid import UUID, uuid4

import jwt
from pydantic import BaseModel, ConfigDict, Field
from sqlalchemy import and_, select

from reference.accounts.records import Person
from reference.accounts.records import Session as SignInSession
from reference.core import clock
from reference.core.database import transaction
from reference.core.inputs import Identifier
from reference.core.settings import settings
from reference.tenancy.records import Tenant

ISSUER = "platform"
AUDIENCE = "platform-api"
ALGORITHM = "HS256"
ACCESS_SECONDS = 3600
SIGNED_IN_STATUSES = ("active", "locked")  # a lock refuses new sign-ins; open sessions go on


class BadToken(Exception):
    """The token signs nobody in. Says no more than that."""


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
