"""Sites over HTTP: the places where a tenant works, one below another."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated, Any
from uuid import UUID

from fastapi import Response
from pydantic import Field
from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError

from reference.accounts.records import Person
from reference.core import clock, inputs
from reference.core.answers import Listed, NamedSite, VersionedAnswer, equals, listed, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession, broken_rule
from reference.core.errors import Fault, Problem, existing, faulty, taken
from reference.core.inputs import Body, Change, Email, Identifier, Page, Query, Text, TimeZone
from reference.core.references import referred
from reference.core.routes import Router
from reference.tenancy import rules
from reference.tenancy.geofences import Geofence, Latitude, Longitude
from reference.tenancy.records import Site, Tenant
from reference.tenancy.service import open_at_sites

router = Router(prefix="/api/v2", tags=["tenancy"])

MayRead = Annotated[Call, needs("sites.read")]
MayManage = Annotated[Call, needs("sites.manage")]

Code = Annotated[Text(1, 30), Field(pattern="^[A-Za-z0-9_-]*$")]
Distance = Annotated[int, Field(ge=10, le=10_000)]


class NewSite(Body):
    """A site to be added; without a time zone it has the tenant's."""

    code: Code
    name: Text(1, 200)
    parent_id: Identifier | None = None
    enabled: bool = True
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    permissible_distance_m: Distance = 100
    geofence: Geofence | None = None
    face_required: bool = False
    timezone: TimeZone = None
    lead_id: Identifier | None = None
    security_email: Email | None = None


class SiteFilter(Page):
    parent_id: inputs.FilterId | None = None


class SiteAnswer(VersionedAnswer):
    code: str
    name: str
    parent_id: UUID | None
    enabled: bool
    latitude: float | None
    longitude: float | None
    permissible_distance_m: int
    geofence: dict[str, Any] | None
    face_required: bool
    timezone: str
    lead_id: UUID | None
    security_email: str | None
    children: list[NamedSite]
    open_task_count: int = 0


class SiteChange(Change):
    """What is to be different."""

    code: Code = None
    name: Text(1, 200) = None
    parent_id: Identifier | None = None
    enabled: bool = None
    latitude: Latitude | None = None
    longitude: Longitude | None = None
    permissible_distance_m: Distance = None
    geofence: Geofence | None = None
    face_required: bool = None
    timezone: TimeZone = None
    lead_id: Identifier | None = None
    security_email: Email | None = None

    READ_ONLY = frozenset({"id", "created_at", "updated_at", "children", "open_task_count"})


@router.get("/sites", response_model=Listed[SiteAnswer], openapi_extra=takes(query=SiteFilter))
def sites(call: MayRead) -> Response:
    """The tenant's sites."""
    wanted = call.query(SiteFilter)
    query = (select(Site).where(*equals(Site.parent_id, wanted.parent_id))
             .order_by(Site.created_at.desc(), Site.id))
    with call.transaction() as session:
        answer = listed(session, query, wanted, SiteAnswer)
        count_tasks(session, answer.items)
    return call.answer(answer)


@router.get("/sites/{site_id}", response_model=SiteAnswer)
def site(call: MayRead, site_id: str) -> Response:
    """One site."""
    with call.transaction() as session:
        found = site_of(session, site_id)
        call.query(Query)
        answer = described(session, found)
    return call.answer(answer)


@router.post("/sites", status_code=201, response_model=SiteAnswer, openapi_extra=takes(NewSite))
def add(call: MayManage) -> Response:
    """Add a site."""
    wanted = call.body(NewSite)
    try:
        with call.transaction() as session:
            fields = wanted.model_dump(exclude_unset=True)
            refer(session, fields)
            fields.setdefault("timezone", session.get_one(Tenant, call.person.tenant_id).settings["timezone"])
            site = Site(**fields)
            session.add(site)
            session.flush()
            session.refresh(site)
            answer = described(session, site)
    except IntegrityError as error:
        raise refusal_of(error) from None
    return call.answer(answer, 201)


@router.patch("/sites/{site_id}", response_model=SiteAnswer, openapi_extra=takes(SiteChange))
def change(call: MayManage, site_id: str) -> Response:
    """Change what was sent."""
    with call.transaction() as session:
        site_of(session, site_id)
    wanted = call.change(SiteChange)
    try:
        with call.transaction() as session:
            fields = wanted.model_dump(exclude_unset=True, exclude={"version"})
            if fields.get("parent_id") is not None:
                refuse_own_ancestor(session, record_id(site_id), fields["parent_id"])
            found = site_of(session, site_id, locked=True)
            call.check_version(found)
            refer(session, fields)
            for name, value in fields.items():
                setattr(found, name, value)
            session.flush()
            answer = described(session, found)
    except IntegrityError as error:
        raise refusal_of(error) from None
    return call.answer(answer)


@router.delete("/sites/{site_id}", status_code=204, openapi_extra=takes(Change))
def remove(call: MayManage, site_id: str) -> Response:
    """Remove a site at which nothing is open; its people then have none."""
    with call.transaction() as session:
        site_of(session, site_id)
    call.change(Change)
    with call.transaction() as session:
        session.execute(select(Person.id).where(Person.site_id == record_id(site_id)).order_by(Person.id)
                        .with_for_update())  # people before sites: in the order in which a person gets a site
        found = site_of(session, site_id, locked=True)
        call.check_version(found)
        refuse_in_use(session, found)
        leave(session, found)
        session.delete(found)
    return call.answer(None)


def site_of(session: TenantSession, site_id: str, *, locked: bool = False) -> Site:
    """The site of an address; 404 where the tenant has none of that id."""
    query = select(Site).where(Site.id == record_id(site_id))
    return existing(session.scalar(query.with_for_update() if locked else query))


def refer(session: TenantSession, fields: dict[str, Any]) -> None:
    """422 where a site's parent or lead is not the tenant's."""
    referred(session, Person, fields.get("lead_id"), "lead_id")
    referred(session, Site, fields.get("parent_id"), "parent_id")


def refuse_own_ancestor(session: TenantSession, site_id: UUID, parent_id: UUID) -> None:
    """422 where the site would be above itself. The tenant's row is locked: two sites move one after the other."""
    session.scalar(select(Tenant.id).where(Tenant.id == session.tenant_id).with_for_update(key_share=True))
    parents = dict(session.execute(select(Site.id, Site.parent_id)).all())
    if site_id in rules.line_of(parent_id, parents):
        raise faulty([Fault("parent_id", "not_allowed", "A site is not its own ancestor.")])


def refuse_in_use(session: TenantSession, site: Site) -> None:
    """409 where other sites are below the site, or something is open at it."""
    holding = ["child sites"] if site.children else []
    holding += [f"open {what}" for what, count in open_at_sites.items() if count(session, [site.id]).get(site.id)]
    if holding:
        raise Problem(409, "Site in use", f"The site has {' and '.join(holding)}.")


def leave(session: TenantSession, site: Site) -> None:
    """Whoever was at the site is at none."""
    session.execute(update(Person).where(Person.site_id == site.id)
                    .values(site_id=None, updated_at=clock.now(), version=Person.version + 1))


def described(session: TenantSession, site: Site) -> SiteAnswer:
    answer = SiteAnswer.model_validate(site)
    count_tasks(session, [answer])
    return answer


def count_tasks(session: TenantSession, answers: Collection[SiteAnswer]) -> None:
    """Say of each site how many tasks are open at it."""
    counts = open_at_sites["tasks"](session, [answer.id for answer in answers]) if "tasks" in open_at_sites else {}
    for answer in answers:
        answer.open_task_count = counts.get(answer.id, 0)


def refusal_of(error: IntegrityError) -> Exception:
    """What a broken rule of the database means to the caller."""
    return taken("code") if broken_rule(error) == "sites_code_key" else error
