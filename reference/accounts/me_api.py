"""The own record, and the roles there are."""

from __future__ import annotations

from fastapi import APIRouter, Response

from reference.accounts import rules
from reference.accounts.locks import end_locks_that_are_over
from reference.accounts.records import Person
from reference.accounts.shapes import Me, PersonAnswer, RoleAnswer, TenantName
from reference.core.calls import SignedIn
from reference.core.inputs import Query
from reference.core.permissions import PERMISSIONS, ROLES, menu_of, permissions_of, scope_of
from reference.tenancy.records import Tenant

router = APIRouter(prefix="/api/v2", tags=["accounts"])


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
