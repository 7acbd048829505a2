"""Registration, sign-in, its renewal, and sign-out."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Response
from pydantic import BeforeValidator, Field, field_validator
from pydantic_core.core_schema import ValidationInfo
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from reference.accounts import rules, sessions
from reference.accounts.locks import end_locks_that_are_over, try_password, wrong_credentials
from reference.accounts.records import Person, RefreshToken
from reference.accounts.records import Session as SignInSession
from reference.accounts.shapes import PersonAnswer, SignedInAnswer, TenantName, Tokens
from reference.core import audit, clock, identity, inputs, tenancy
from reference.core.answers import takes
from reference.core.calls import Anybody, SignedIn, Visit
from reference.core.database import EVERY_TENANT, TenantSession, broken_rule, transaction
from reference.core.errors import Fault, not_signed_in, taken
from reference.core.inputs import Body, Email, GivenPassword, Nothing, Password, Text
from reference.core.limits import SIGN_IN, limited
from reference.core.routes import Router
from reference.tenancy.records import Tenant
from reference.tenancy.service import Slug, create_tenant

router = Router(prefix="/api/v1/auth", tags=["accounts"])
COOKIE_SECONDS = int(identity.COOKIE_AT_MOST.total_seconds())


class Registration(Body):
    """A new tenant and its first administrator."""

    tenant_name: Text(1, 100)
    tenant_slug: Slug | None = None
    email: Email
    password: Password
    full_name: Text(2, 100)

    @field_validator("password")
    @classmethod
    def _is_not_the_email(cls, password: str, found: ValidationInfo) -> str:
        if rules.is_password_of_email(password, found.data.get("email", "")):
            raise inputs.fault("not_allowed", rules.IS_EMAIL)
        return password


class SignIn(Body):
    """The tenant is named by the host or by X-Tenant."""

    email: Text(1, 254)
    password: GivenPassword
    cookie: bool = False


class Refresh(Body):
    refresh_token: Annotated[str, BeforeValidator(inputs.refuse_unstorable), Field(min_length=1, max_length=1000)]


@router.post("/register", status_code=201, response_model=SignedInAnswer, openapi_extra=takes(Registration))
def register(visit: Anybody) -> Response:
    """Make a tenant and its first administrator together, and sign the administrator in."""
    tenancy.find(visit.named_tenant())
    wanted = visit.body(Registration)
    password_hash = rules.hash_password(wanted.password)
    try:
        with transaction(EVERY_TENANT) as session:
            tenant = create_tenant(session, wanted.tenant_slug or rules.slug_from(wanted.tenant_name),
                                   wanted.tenant_name)
            person = Person(tenant_id=tenant.id, email=wanted.email, full_name=wanted.full_name, role="admin",
                            password_hash=password_hash, last_login_at=clock.now())
            session.add(person)
            session.flush()
            tokens = sessions.open_session(session, person, visit.address, visit.header("user-agent"))
            answer = _signed_in(person, tenant, tokens, first_sign_in=True)
    except IntegrityError as error:
        if broken_rule(error) == "tenants_slug_key":
            raise taken("tenant_slug") from None
        raise
    return visit.answer(answer, 201)


@router.post("/login", response_model=SignedInAnswer, responses={423: {}}, openapi_extra=takes(SignIn))
@limited(SIGN_IN)
def sign_in(visit: Anybody) -> Response:
    """Sign in to the tenant that the request names."""
    tenant = tenancy.find(visit.named_tenant())
    if tenant is None:
        visit.faults.append(Fault("tenant", "required", "Name the tenant by the host or by X-Tenant."))
    wanted = visit.body(SignIn)
    assert tenant is not None
    with transaction(tenant.id) as session:
        known = _person_by_email(session, wanted.email)
    is_right = rules.password_is_right(known.password_hash if known else None, wanted.password)
    cookie = sessions.new_cookie() if wanted.cookie else None
    if known is None or known.status == "invited":
        with transaction(tenant.id) as session:
            tell_failure(session, known)
        raise wrong_credentials()
    with transaction(tenant.id) as session:
        end_locks_that_are_over(session, Person.id == known.id)
        person = session.get(Person, known.id, with_for_update=True)
        is_right = is_right and person is not None and person.password_hash == known.password_hash  # not changed meanwhile
        refusal = try_password(person, is_right) if person else wrong_credentials()
        if person and refusal is None:
            first_sign_in = person.last_login_at is None
            person.last_login_at = clock.now()
            session.flush()
            tokens = sessions.open_session(session, person, visit.address, visit.header("user-agent"), cookie)
            answer = _signed_in(person, tenant, tokens, first_sign_in)
        else:
            tell_failure(session, person)
    if refusal is not None:  # after the commit: a wrong password is counted
        raise refusal
    if cookie is None:
        return visit.answer(answer)
    response = visit.answer(answer.model_copy(update={"csrf_token": cookie.csrf_token}))
    response.set_cookie(value=cookie.secret, max_age=COOKIE_SECONDS, **_cookie(visit))
    return response


def _cookie(visit: Visit) -> dict[str, Any]:
    """The cookie's name, and where a browser may send it. Whoever claims to have come over HTTPS only binds themselves."""
    over_https = "https" in (visit.request.url.scheme, visit.header("x-forwarded-proto").lower())
    return {"key": identity.COOKIE, "path": "/", "secure": over_https, "httponly": True, "samesite": "lax"}


def tell_failure(session: TenantSession, person: Person | None) -> None:
    """Somebody could not sign in. What was typed is not told: it may be a password in the wrong place."""
    audit.tell(session, "sign_in_failed", "session.sign_in", "person", person.id if person else None)


def _person_by_email(session: TenantSession, email: str) -> Person | None:
    return session.scalar(select(Person).where(text("lower(people.email) = lower(:email)").bindparams(email=email),
                                               Person.status != "removed"))


def _signed_in(person: Person, tenant: Tenant, tokens: Tokens, first_sign_in: bool) -> SignedInAnswer:
    return SignedInAnswer(**tokens.model_dump(), person=PersonAnswer.model_validate(person),
                          tenant=TenantName.model_validate(tenant), first_sign_in=first_sign_in)


@router.post("/refresh", response_model=Tokens, openapi_extra=takes(Refresh))
def refresh(visit: Anybody) -> Response:
    """A new pair of tokens for a refresh token, which is used up. Using it again ends the session."""
    named = tenancy.find(visit.named_tenant())
    wanted = visit.body(Refresh)
    hashed = identity.secret_hash(wanted.refresh_token)
    with transaction(EVERY_TENANT) as session:
        known = session.scalar(select(RefreshToken).where(RefreshToken.token_hash == hashed))
        tenant = session.get(Tenant, known.tenant_id) if known else None
    if known is None or tenant is None:
        raise not_signed_in()
    if named is not None and named.id != tenant.id:
        raise tenancy.other_tenant()
    tenancy.refuse_suspended(tenant.status)
    with transaction(tenant.id) as session:
        tokens = sessions.use_refresh_token(session, known)
    if tokens is None:
        raise not_signed_in()
    return visit.answer(tokens)


@router.post("/logout", status_code=204, openapi_extra=takes(Nothing))
def sign_out(call: SignedIn) -> Response:
    """End the session that the token or cookie belongs to."""
    call.body(Nothing)
    with call.transaction() as session:
        sessions.end_sessions(session, SignInSession.id == call.person.session_id)
    response = call.answer(None)
    if identity.COOKIE in call.request.cookies:
        response.delete_cookie(**_cookie(call))
    return response
