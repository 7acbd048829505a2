"""The own record, password and sessions, and the roles there are."""

from __future__ import annotations

from fastapi import Response
from sqlalchemy import select

from reference.accounts import profile, rules, sessions
from reference.accounts.locks import end_locks_that_are_over
from reference.accounts.profile import ProfileChange
from reference.accounts.records import Person
from reference.accounts.records import Session as SignInSession
from reference.accounts.shapes import Me, PersonAnswer, RoleAnswer, SessionAnswer, TenantName
from reference.core import clock, inputs
from reference.core.answers import Listed, listed, takes
from reference.core.calls import Call, SignedIn, record_id
from reference.core.database import TenantSession
from reference.core.errors import Fault, existing
from reference.core.inputs import Body, Change, GivenPassword, Nothing, Page, Password, Query, Text
from reference.core.permissions import PERMISSIONS, ROLES, menu_of, permissions_of, scope_of
from reference.core.routes import Router
from reference.tenancy.records import Tenant

router = Router(prefix="/api/v2", tags=["accounts"])
WRONG_PASSWORD = Fault("current_password", "precondition", "This is not the present password.")


class OwnChange(Change):
    """What everybody changes of the own record."""

    full_name: Text(2, 100) = None
    profile: ProfileChange = None

    READ_ONLY = frozenset(Me.model_fields) - {"full_name", "profile"} | {"tenant_id"}


class NewPassword(Body):
    current_password: GivenPassword
    new_password: Password


@router.get("/me", response_model=Me)
def me(call: SignedIn) -> Response:
    """The own record."""
    call.query(Query)
    with call.transaction() as session:
        end_locks_that_are_over(session, Person.id == call.person.person_id)
        answer = _described(session, session.get_one(Person, call.person.person_id))
    return call.answer(answer)


@router.patch("/me", response_model=Me, openapi_extra=takes(OwnChange))
def change_me(call: SignedIn) -> Response:
    """Change the own name and profile."""
    with call.transaction() as session:
        person = session.get_one(Person, call.person.person_id, with_for_update=True)
        wanted = call.change(OwnChange)
        call.check_version(person)
        if wanted.full_name is not None:
            person.full_name = wanted.full_name
        if wanted.profile is not None:
            person.profile = profile.changed(person.profile, wanted.profile)
        session.flush()
        answer = _described(session, person)
    return call.answer(answer)


def _described(session: TenantSession, person: Person) -> Me:
    rights = person.role, person.modules
    return Me(**PersonAnswer.model_validate(person).model_dump(), permissions=permissions_of(*rights), menu=menu_of(*rights),
              tenant=TenantName.model_validate(session.get_one(Tenant, person.tenant_id)),
              completion=rules.completion(person.profile))


@router.post("/me/password", status_code=204, openapi_extra=takes(NewPassword))
def change_password(call: SignedIn) -> Response:
    """Change the own password, and end all other sessions."""
    wanted = call.body(NewPassword)
    with call.transaction() as session:
        known = session.get_one(Person, call.person.person_id)
    faults = rules.password_fault("new_password", wanted.new_password, known.email)
    if not rules.password_is_right(known.password_hash, wanted.current_password):
        faults.insert(0, WRONG_PASSWORD)
    if faults:
        raise inputs.faulty(faults)
    password_hash = rules.hash_password(wanted.new_password)
    with call.transaction() as session:
        person = session.get_one(Person, call.person.person_id, with_for_update=True)
        refuse_changed_meanwhile(person, known)
        person.password_hash = password_hash
        end_other_sessions(session, call)
    return call.answer(None)


def refuse_changed_meanwhile(person: Person, known: Person) -> None:
    """The password that was found right may have been replaced since."""
    if person.password_hash != known.password_hash:
        raise inputs.faulty([WRONG_PASSWORD])


def end_other_sessions(session: TenantSession, call: Call) -> None:
    """End all the person's sessions but the one that asks."""
    sessions.end_sessions(session, (SignInSession.person_id == call.person.person_id)
                          & SignInSession.id.is_distinct_from(call.person.session_id))


@router.get("/me/sessions", response_model=Listed[SessionAnswer], openapi_extra=takes(query=Page))
def own_sessions(call: SignedIn) -> Response:
    """The own open sessions."""
    wanted = call.query(Page)
    query = (select(SignInSession).where(*_own_and_open(call))
             .order_by(SignInSession.created_at.desc(), SignInSession.id))
    with call.transaction() as session:
        answer = listed(session, query, wanted, SessionAnswer)
    for item in answer.items:
        item.current = item.id == call.person.session_id
    return call.answer(answer)


@router.delete("/me/sessions/{session_id}", status_code=204, openapi_extra=takes(Nothing))
def end_session(call: SignedIn, session_id: str) -> Response:
    """End one of the own sessions."""
    with call.transaction() as session:
        found = existing(session.scalar(select(SignInSession)
                                        .where(SignInSession.id == record_id(session_id), *_own_and_open(call))))
        call.body(Nothing)
        sessions.end_sessions(session, SignInSession.id == found.id)
    return call.answer(None)


def _own_and_open(call: Call) -> tuple:
    return (SignInSession.person_id == call.person.person_id, SignInSession.ended_at.is_(None),
            SignInSession.expires_at > clock.now())


@router.get("/roles", response_model=list[RoleAnswer])
def roles(call: SignedIn) -> Response:
    """Each role with what it may do."""
    call.query(Query)
    return call.answer([
        {"role": role, "permissions": [{"name": name, "scope": scope} for name in PERMISSIONS
                                       if (scope := scope_of(role, name))]} for role in ROLES])
