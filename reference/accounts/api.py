"""Registration, sign-in and sign-out, the own record, people and roles."""

from __future__ import annotations

from typing import Annotated, Any, Literal
from uuid import UUID

from fastapi import APIRouter, Response
from pydantic import BeforeValidator, Field, field_validator
from pydantic_core.core_schema import ValidationInfo
from sqlalchemy import or_, select, text, update
from sqlalchemy.exc import IntegrityError

from reference.accounts import rules
from reference.accounts.records import Person, RefreshToken
from reference.accounts.records import Session as SignInSession
from reference.core import clock, identity, inputs, outbox, tenancy
from reference.core.answers import Answer, Listed, Moment, VersionedAnswer, listed, one_of, says, takes
from reference.core.calls import Anybody, Call, SignedIn, needs, record_id
from reference.core.database import EVERY_TENANT, TenantSession, broken_rule, transaction
from reference.core.errors import Fault, Problem, existing, not_allowed, not_signed_in, taken, wrong_state
from reference.core.inputs import Body, Change, Email, Nothing, OneOrMore, Page, Password, Query, Search, Text
from reference.core.permissions import PERMISSIONS, ROLES, menu_of, permissions_of, scope_of
from reference.tenancy.records import Tenant
from reference.tenancy.service import Slug, create_tenant

open_router = APIRouter(prefix="/api/v1/auth", tags=["accounts"])
router = APIRouter(prefix="/api/v2", tags=["accounts"])


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
            raise inputs.fault("not_allowed", "The password must not be the e-mail address.")
        return password


class SignIn(Body):
    """The tenant is named by the host or by X-Tenant."""

    email: Text(1, 254)
    password: Annotated[str, BeforeValidator(inputs.refuse_unstorable), Field(min_length=1, max_length=10_000)]


class Refresh(Body):
    refresh_token: Annotated[str, BeforeValidator(inputs.refuse_unstorable), Field(min_length=1, max_length=1000)]


class PersonChange(Change):
    role: Literal[ROLES] = None
    status: Literal["active", "deactivated"] = None


class PeopleFilter(Page):
    role: OneOrMore(*ROLES) | None = None
    status: OneOrMore(*rules.STATUSES) | None = None
    q: Search | None = None


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


@open_router.post("/register", status_code=201, response_model=SignedInAnswer, openapi_extra=takes(Registration))
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
            tokens = open_session(session, person, visit.address, visit.header("user-agent"))
            answer = _signed_in(person, tenant, tokens, first_sign_in=True)
    except IntegrityError as error:
        if broken_rule(error) == "tenants_slug_key":
            raise taken("tenant_slug") from None
        raise
    return visit.answer(answer, 201)


@open_router.post("/login", response_model=SignedInAnswer, openapi_extra=takes(SignIn))
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
    if known is None or known.status in ("invited", "removed"):
        raise _wrong_credentials()
    with transaction(tenant.id) as session:
        end_locks_that_are_over(session, Person.id == known.id)
        person = session.get(Person, known.id, with_for_update=True)
        refusal = try_password(person, is_right) if person else _wrong_credentials()
        if person and refusal is None:
            first_sign_in = person.last_login_at is None
            person.last_login_at = clock.now()
            session.flush()
            tokens = open_session(session, person, visit.address, visit.header("user-agent"))
            answer = _signed_in(person, tenant, tokens, first_sign_in)
    if refusal is not None:  # after the commit: a wrong password is counted
        raise refusal
    return visit.answer(answer)


def try_password(person: Person, is_right: bool) -> Problem | None:
    """Count a wrong password or clear the count; answers the refusal. The person's row is locked."""
    moment = clock.now()
    if person.status == "locked":
        seconds = int((person.locked_until - moment).total_seconds()) + 1
        return Problem(423, "Locked", "Too many wrong passwords.", headers={"Retry-After": str(seconds)})
    if not is_right:
        if person.status == "active":
            times = [*rules.recent_wrong_passwords(person.wrong_passwords, moment), clock.text(moment)]
            person.wrong_passwords = times
            if rules.locks(times):
                person.status, person.locked_until = "locked", moment + rules.LOCK_TIME
        return _wrong_credentials()
    if person.status == "deactivated":
        return Problem(403, detail="This person is deactivated.")
    person.wrong_passwords = []
    return None


def _wrong_credentials() -> Problem:
    return Problem(401, detail="E-mail or password is wrong.", headers={"WWW-Authenticate": "Bearer"})


def _person_by_email(session: TenantSession, email: str) -> Person | None:
    return session.scalar(select(Person).where(text("lower(people.email) = lower(:email)").bindparams(email=email)))


def open_session(session: TenantSession, person: Person, address: str, user_agent: str) -> Tokens:
    """A new session of the person, with its first pair of tokens."""
    moment = clock.now()
    sign_in = SignInSession(tenant_id=person.tenant_id, person_id=person.id, last_seen_at=moment, ip=address,
                            expires_at=rules.refresh_ends_at(moment), user_agent=user_agent[:500])
    session.add(sign_in)
    session.flush()
    return _new_pair(session, person, sign_in)


def _new_pair(session: TenantSession, person: Person, sign_in: SignInSession) -> Tokens:
    token = rules.new_refresh_token()
    session.add(RefreshToken(tenant_id=person.tenant_id, session_id=sign_in.id, token_hash=rules.token_hash(token),
                             expires_at=sign_in.expires_at))
    return Tokens(access_token=identity.issue(person, sign_in.id), refresh_token=token)


def _signed_in(person: Person, tenant: Tenant, tokens: Tokens, first_sign_in: bool) -> SignedInAnswer:
    return SignedInAnswer(**tokens.model_dump(), person=PersonAnswer.model_validate(person),
                          tenant=TenantName.model_validate(tenant), first_sign_in=first_sign_in)


@open_router.post("/refresh", response_model=Tokens, openapi_extra=takes(Refresh))
def refresh(visit: Anybody) -> Response:
    """A new pair of tokens for a refresh token, which is used up. Using it again ends the session."""
    named = tenancy.find(visit.named_tenant())
    wanted = visit.body(Refresh)
    hashed = rules.token_hash(wanted.refresh_token)
    with transaction(EVERY_TENANT) as session:
        known = session.scalar(select(RefreshToken).where(RefreshToken.token_hash == hashed))
        tenant = session.get(Tenant, known.tenant_id) if known else None
    if known is None or tenant is None:
        raise not_signed_in()
    if named is not None and named.id != tenant.id:
        raise tenancy.other_tenant()
    tenancy.refuse_suspended(tenant.status)
    with transaction(tenant.id) as session:
        tokens = use_refresh_token(session, known)
    if tokens is None:
        raise not_signed_in()
    return visit.answer(tokens)


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


@open_router.post("/logout", status_code=204, openapi_extra=takes(Nothing))
def sign_out(call: SignedIn) -> Response:
    """End the session that the token belongs to."""
    call.body(Nothing)
    with call.transaction() as session:
        end_sessions(session, SignInSession.id == call.person.session_id)
    return call.answer(None)


def end_sessions(session: TenantSession, which: Any) -> None:
    """End the open sessions that fulfil the condition; their tokens are refused from the next request on."""
    session.execute(update(SignInSession).where(which, SignInSession.ended_at.is_(None)).values(ended_at=clock.now()))


@router.get("/me", response_model=Me)
def me(call: SignedIn) -> Response:
    """The own record."""
    call.query(Query)
    with call.transaction() as session:
        end_locks_that_are_over(session, Person.id == call.person.person_id)
        person = session.get_one(Person, call.person.person_id)
        tenant = session.get_one(Tenant, call.person.tenant_id)
        record = PersonAnswer.model_validate(person)
    return call.answer(Me(**record.model_dump(), permissions=permissions_of(person.role), menu=menu_of(person.role),
                          tenant=TenantName.model_validate(tenant), completion=rules.completion(person.profile)))


@router.get("/roles", response_model=list[RoleAnswer])
def roles(call: SignedIn) -> Response:
    """Each role with what it may do."""
    call.query(Query)
    return call.answer([
        {"role": role, "permissions": [{"name": name, "scope": scope} for name in PERMISSIONS
                                       if (scope := scope_of(role, name))]} for role in ROLES])


@router.get("/people", response_model=Listed[PersonAnswer], openapi_extra=takes(query=PeopleFilter))
def people(call: Annotated[Call, needs("people.read")]) -> Response:
    """The people of the tenant."""
    wanted = call.query(PeopleFilter)
    query = (select(Person).where(*one_of(Person.role, wanted.role), *one_of(Person.status, wanted.status),
                                  *says(wanted.q, Person.full_name, Person.email))
             .order_by(Person.created_at.desc(), Person.id))
    with call.transaction() as session:
        end_locks_that_are_over(session)
        answer = listed(session, query, wanted, PersonAnswer)
    return call.answer(answer)


@router.get("/people/{person_id}", response_model=PersonAnswer)
def person(call: Annotated[Call, needs("people.read")], person_id: str) -> Response:
    """One person."""
    with call.transaction() as session:
        end_locks_that_are_over(session, Person.id == record_id(person_id))
        found = existing(session.get(Person, record_id(person_id)))
        call.query(Query)
        answer = PersonAnswer.model_validate(found)
    return call.answer(answer)


@router.patch("/people/{person_id}", response_model=PersonAnswer, openapi_extra=takes(PersonChange))
def change_person(call: Annotated[Call, needs("people.manage")], person_id: str) -> Response:
    """Change a person's role or status. It holds from the person's next request on."""
    with call.transaction() as session:
        end_locks_that_are_over(session)
        # All administrators of the tenant, in one order: two who demote each other wait here.
        admins = session.scalars(select(Person).where(Person.role == "admin").order_by(Person.id)
                                 .with_for_update()).all()
        found = existing(session.scalar(select(Person).where(Person.id == record_id(person_id)).with_for_update()))
        if found.id == call.person.person_id:
            raise own_change(found, admins)
        wanted = call.change(PersonChange)
        call.check_version(found)
        if is_last_admin(found, admins) and (wanted.role not in (None, "admin") or wanted.status == "deactivated"):
            raise last_admin()
        if wanted.status is not None and wanted.status != found.status:
            change_status(session, found, wanted.status)
        if wanted.role is not None and wanted.role != found.role:
            change_role(session, found, wanted.role)
        session.flush()
        answer = PersonAnswer.model_validate(found)
    return call.answer(answer)


def is_last_admin(found: Person, admins: Any) -> bool:
    return found in admins and not any(admin.status == "active" for admin in admins if admin is not found)


def last_admin() -> Problem:
    return Problem(409, detail="The tenant needs an active administrator.")


def own_change(found: Person, admins: Any) -> Problem:
    """Nobody changes the own role or status; the last administrator is told why."""
    return last_admin() if is_last_admin(found, admins) else not_allowed()


def change_status(session: TenantSession, found: Person, status: str) -> None:
    allowed = rules.STATUS_CHANGES[found.status]
    if status not in allowed:
        raise wrong_state(found.status, allowed)
    found.status, found.locked_until, found.wrong_passwords = status, None, []
    if status == "deactivated":
        end_sessions(session, SignInSession.person_id == found.id)


def change_role(session: TenantSession, found: Person, role: str) -> None:
    found.role = role
    outbox.emit(session, f"me:{found.id}", "permissions",
                {"role": role, "permissions": permissions_of(role), "modules": found.modules, "menu": menu_of(role)})


def end_locks_that_are_over(session: TenantSession, *which: Any) -> None:
    """A lock that is over has ended, whether or not the person has come back since. One guarded statement, before the
    people are read: what a sign-in stores at the same moment stays."""
    is_over = or_(Person.locked_until.is_(None), Person.locked_until <= clock.now())
    session.execute(update(Person).where(Person.status == "locked", is_over, *which)
                    .values(status="active", locked_until=None, wrong_passwords=[], updated_at=clock.now(),
                            version=Person.version + 1))
