"""Sessions: how one is opened, renewed and ended, and the tokens that belong to it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import select, update

from reference.accounts import rules
from reference.accounts.records import Person, RefreshToken
from reference.accounts.records import Session as SignInSession
from reference.accounts.shapes import Tokens
from reference.core import cause, clock, identity
from reference.core.database import TenantSession


@dataclass(frozen=True)
class Cookie:
    """What a browser gets: the cookie, and what it has to send beside it when it writes."""

    secret: str
    csrf_token: str


def open_session(session: TenantSession, person: Person, address: str, user_agent: str,
                 cookie: Cookie | None = None) -> Tokens:
    """A new session of the person, with its first pair of tokens. From now on the person acts."""
    cause.present().is_now(person)
    moment = clock.now()
    sign_in = SignInSession(tenant_id=person.tenant_id, person_id=person.id, created_at=moment, last_seen_at=moment,
                            expires_at=rules.refresh_ends_at(moment), ip=address, user_agent=user_agent[:500])
    if cookie is not None:
        sign_in.kind, sign_in.cookie_seen_at = "cookie", moment
        sign_in.cookie_hash, sign_in.csrf_hash = map(identity.secret_hash, (cookie.secret, cookie.csrf_token))
    session.add(sign_in)
    session.flush()
    return _new_pair(session, person, sign_in)


def _new_pair(session: TenantSession, person: Person, sign_in: SignInSession) -> Tokens:
    token = rules.new_secret()
    session.add(RefreshToken(tenant_id=person.tenant_id, session_id=sign_in.id, token_hash=identity.secret_hash(token),
                             expires_at=sign_in.expires_at))
    return Tokens(access_token=identity.issue(person, sign_in.id), refresh_token=token)


def use_refresh_token(session: TenantSession, known: RefreshToken) -> Tokens | None:
    """A new pair, None where the token was used before (its session ends) or is no longer good."""
    moment = clock.now()
    found = session.execute(select(SignInSession, Person).join(Person, Person.id == SignInSession.person_id)
                            .where(SignInSession.id == known.session_id)
                            .with_for_update(of=SignInSession)).one_or_none()
    if found is None:
        return None
    sign_in, person = found
    used = session.execute(update(RefreshToken).where(RefreshToken.id == known.id, RefreshToken.used_at.is_(None))
                           .values(used_at=moment)).rowcount
    if not used:
        sign_in.ended_at = sign_in.ended_at or moment
        return None
    if known.expires_at <= moment or not identity.is_open(sign_in) or person.status not in identity.SIGNED_IN_STATUSES:
        return None
    sign_in.last_seen_at, sign_in.expires_at = moment, rules.refresh_ends_at(moment)
    return _new_pair(session, person, sign_in)


def new_cookie() -> Cookie:
    return Cookie(rules.new_secret(), rules.new_secret())


def end_sessions(session: TenantSession, which: Any) -> None:
    """End the open sessions that fulfil the condition; their tokens and cookies are refused from the next request on."""
    session.execute(update(SignInSession).where(which, SignInSession.ended_at.is_(None)).values(ended_at=clock.now()))
