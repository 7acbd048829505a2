"""The people of a tenant, and what an administrator changes of them."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Response
from sqlalchemy import select

from reference.accounts import people, rules
from reference.accounts.locks import end_locks_that_are_over
from reference.accounts.records import Person
from reference.accounts.shapes import Modules, PersonAnswer
from reference.core.answers import Listed, equals, listed, one_of, says, takes
from reference.core.calls import Call, needs, record_id
from reference.core.errors import existing
from reference.core.inputs import Change, FilterId, Identifier, OneOrMore, Page, Query, Search
from reference.core.permissions import ROLES
from reference.core.references import referred
from reference.core.routes import Router
from reference.tenancy.records import Site

router = Router(prefix="/api/v2", tags=["accounts"])


class PersonChange(Change):
    role: Literal[ROLES] = None
    status: Literal["active", "deactivated"] = None
    site_id: Identifier | None = None
    modules: Modules | None = None

    READ_ONLY = frozenset(PersonAnswer.model_fields) - {"role", "status", "site_id", "modules"}


class PeopleFilter(Page):
    site_id: FilterId | None = None
    role: OneOrMore(*ROLES) | None = None
    status: OneOrMore(*rules.STATUSES) | None = None
    q: Search | None = None


@router.get("/people", response_model=Listed[PersonAnswer], openapi_extra=takes(query=PeopleFilter))
def list_people(call: Annotated[Call, needs("people.read")]) -> Response:
    """The people of the tenant."""
    wanted = call.query(PeopleFilter)
    query = (select(Person).where(*equals(Person.site_id, wanted.site_id), *one_of(Person.role, wanted.role),
                                  *one_of(Person.status, wanted.status), *says(wanted.q, Person.full_name, Person.email))
             .order_by(Person.created_at.desc(), Person.id))
    with call.transaction() as session:
        end_locks_that_are_over(session)
        answer = listed(session, query, wanted, PersonAnswer)
    return call.answer(answer)


@router.get("/people/{person_id}", response_model=PersonAnswer)
def read_person(call: Annotated[Call, needs("people.read")], person_id: str) -> Response:
    """One person."""
    with call.transaction() as session:
        end_locks_that_are_over(session, Person.id == record_id(person_id))
        found = existing(session.get(Person, record_id(person_id)))
        call.query(Query)
        answer = PersonAnswer.model_validate(found)
    return call.answer(answer)


@router.patch("/people/{person_id}", response_model=PersonAnswer, openapi_extra=takes(PersonChange))
def change_person(call: Annotated[Call, needs("people.manage")], person_id: str) -> Response:
    """Change what a person is and may do. It holds from the person's next request on."""
    with call.transaction() as session:
        end_locks_that_are_over(session)
        admins = people.locked_admins(session)
        found = existing(session.scalar(select(Person).where(Person.id == record_id(person_id)).with_for_update()))
        wanted = call.change(PersonChange)
        if found.id == call.person.person_id and (wanted.role or wanted.status):
            people.refuse_own_change(found, admins)
        referred(session, Site, wanted.site_id, "site_id")
        call.check_version(found)
        people.change(session, found, wanted.model_dump(exclude_unset=True, exclude={"version"}), admins)
        session.flush()
        answer = PersonAnswer.model_validate(found)
    return call.answer(answer)
