"""The own tenant, and the operations above all tenants."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from typing import Annotated, Any, Literal, TypeVar
from uuid import UUID

from fastapi import Depends, Response
from pydantic import Field, create_model
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from reference.core import cache, clock, outbox
from reference.core.answers import Listed, Moment, VersionedAnswer, listed, takes
from reference.core.calls import Anybody, Call, Visit, needs, record_id
from reference.core.database import EVERY_TENANT, broken_rule, transaction
from reference.core.errors import existing, not_signed_in, taken, wrong_state
from reference.core.inputs import Body, Change, Email, Page, Query, Text, TimeZone
from reference.core.routes import Router
from reference.core.settings import settings
from reference.tenancy import rules
from reference.tenancy.records import Tenant
from reference.tenancy.service import Slug, cache_key, create_tenant

router = Router(prefix="/api/v2", tags=["tenancy"])
platform_router = Router(prefix="/platform", tags=["tenancy"])

Wanted = TypeVar("Wanted", bound=Change)

Quota = Annotated[int, Field(ge=0, le=1_000_000)]
ConflictOverrides = create_model("ConflictOverrides", __base__=Body, **dict.fromkeys(
    rules.CONFLICT_DOMAINS, (Literal[rules.CONFLICT_POLICIES], None)))


class NewTenant(Body):
    slug: Slug
    name: Text(1, 100)


class SettingsChange(Body):
    """Each setting that is sent replaces the one before; the others stay."""

    timezone: TimeZone = None
    payroll_cutoff_day: Annotated[int, Field(ge=1, le=28)] = None
    conflict_overrides: ConflictOverrides = None
    security_email: Email | None = None


class Suspension(Change):
    reason: Text(1, 500)


class TenantAnswer(VersionedAnswer):
    slug: str
    name: str
    status: str
    suspended_at: Moment | None
    suspension_reason: str
    settings: dict[str, Any]
    missions_per_month: int
    missions_running: int
    missions_this_month: int


class TenantChange(Change):
    name: Text(1, 100) = None
    settings: SettingsChange = None

    READ_ONLY = frozenset(TenantAnswer.model_fields) - {"name", "settings"}


class Quotas(Change):
    missions_per_month: Quota = None
    missions_running: Quota = None

    READ_ONLY = frozenset(TenantAnswer.model_fields) - {"missions_per_month", "missions_running"}


@router.get("/tenant", response_model=TenantAnswer)
def own_tenant(call: Annotated[Call, needs("tenant.read")]) -> Response:
    """The tenant of the person who asks."""
    call.query(Query)

    def load() -> dict[str, Any]:
        with call.transaction() as session:
            return TenantAnswer.model_validate(session.get_one(Tenant, call.person.tenant_id)).model_dump(mode="json")

    tenant, outcome = cache.read_through(cache_key(call.person.tenant_id), load, bypass=call.wants_no_cache)
    return call.answer(tenant, headers={"X-Cache": outcome})


@router.patch("/tenant", response_model=TenantAnswer, openapi_extra=takes(TenantChange))
def change_own_tenant(call: Annotated[Call, needs("tenant.manage")]) -> Response:
    """Rename the own tenant, or change its settings."""
    return _change(call, call.person.tenant_id, TenantChange, set_own)


def set_own(found: Tenant, wanted: TenantChange) -> None:
    fields = wanted.model_dump(exclude_unset=True)
    found.name = fields.get("name", found.name)
    found.settings = found.settings | fields.get("settings", {})


def _platform_key(visit: Anybody) -> Visit:
    known, given = settings().platform_key, visit.header("x-platform-key")
    if not known or not secrets.compare_digest(known.encode(), given.encode()):
        raise not_signed_in()
    return visit


Operator = Annotated[Visit, Depends(_platform_key)]


@platform_router.post("/tenants", status_code=201, response_model=TenantAnswer, openapi_extra=takes(NewTenant))
def new_tenant(visit: Operator) -> Response:
    """Make a tenant without people."""
    wanted = visit.body(NewTenant)
    try:
        with transaction(EVERY_TENANT) as session:
            answer = TenantAnswer.model_validate(create_tenant(session, wanted.slug, wanted.name))
    except IntegrityError as error:
        if broken_rule(error) == "tenants_slug_key":
            raise taken("slug") from None
        raise
    return visit.answer(answer, 201)


@platform_router.get("/tenants", response_model=Listed[TenantAnswer], openapi_extra=takes(query=Page))
def tenants(visit: Operator) -> Response:
    """All tenants."""
    wanted = visit.query(Page)
    with transaction(EVERY_TENANT) as session:
        answer = listed(session, select(Tenant).order_by(Tenant.created_at.desc(), Tenant.id), wanted, TenantAnswer)
    return visit.answer(answer)


@platform_router.get("/tenants/{tenant_id}", response_model=TenantAnswer)
def tenant(visit: Operator, tenant_id: str) -> Response:
    """One tenant."""
    with transaction(EVERY_TENANT) as session:
        answer = TenantAnswer.model_validate(existing(session.get(Tenant, record_id(tenant_id))))
    visit.query(Query)
    return visit.answer(answer)


@platform_router.patch("/tenants/{tenant_id}", response_model=TenantAnswer, openapi_extra=takes(Quotas))
def change_quotas(visit: Operator, tenant_id: str) -> Response:
    """How many missions a tenant may make a month and have running at once."""
    return _change(visit, record_id(tenant_id), Quotas, set_quotas)


@platform_router.post("/tenants/{tenant_id}/suspend", response_model=TenantAnswer, openapi_extra=takes(Suspension))
def suspend(visit: Operator, tenant_id: str) -> Response:
    """Refuse everybody of the tenant from the next request on."""
    return _change(visit, record_id(tenant_id), Suspension,
                   lambda found, wanted: change_status(found, "suspended", wanted.reason))


@platform_router.post("/tenants/{tenant_id}/activate", response_model=TenantAnswer, openapi_extra=takes(Change))
def activate(visit: Operator, tenant_id: str) -> Response:
    """Let a suspended tenant work again."""
    return _change(visit, record_id(tenant_id), Change, lambda found, _: change_status(found, "active", ""))


def set_quotas(found: Tenant, wanted: Quotas) -> None:
    for name, value in wanted.model_dump(exclude_unset=True, exclude={"version"}).items():
        setattr(found, name, value)


def change_status(found: Tenant, status: str, reason: str) -> None:
    if status not in rules.STATUS_CHANGES[found.status]:
        raise wrong_state(found.status, rules.STATUS_CHANGES[found.status])
    found.status, found.suspension_reason = status, reason
    found.suspended_at = clock.now() if status == "suspended" else None


def _change(visit: Visit, tenant_id: UUID, shape: type[Wanted], change: Callable[[Tenant, Wanted], None]) -> Response:
    """Change a tenant as its body wants it. What is cached of it is forgotten, and a new status told."""
    query = select(Tenant).where(Tenant.id == tenant_id).with_for_update(key_share=True)
    with transaction(EVERY_TENANT) as session:
        found = existing(session.scalar(query))
        status, wanted = found.status, visit.change(shape)
        visit.check_version(found)
        change(found, wanted)
        session.flush()
        outbox.forget(session, cache_key(found.id), tenant_id=found.id)
        if found.status != status:
            outbox.send_task(session, "tenancy.status_changed", {"changed_id": str(found.id)}, "critical",
                             tenant_id=found.id)
        answer = TenantAnswer.model_validate(found)
    return visit.answer(answer)
