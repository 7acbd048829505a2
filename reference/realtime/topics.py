"""What a topic shows when somebody subscribes: the present state, and the number of the last change in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from reference.accounts.records import Person
from reference.accounts.records import Session as SignInSession
from reference.core import clock, outbox
from reference.core.database import EVERY_TENANT, TenantSession, transaction
from reference.core.identity import SIGNED_IN_STATUSES, Identity
from reference.core.permissions import permissions_of, scope_of
from reference.devices.records import Device
from reference.jobs.records import Job
from reference.jobs.shapes import JobState
from reference.missions.records import Mission
from reference.missions.shapes import MissionAnswer
from reference.notifications import service as notifications
from reference.realtime import rules
from reference.realtime.rules import FINAL
from reference.tenancy.records import Tenant
from reference.tickets.records import Ticket
from reference.tickets.shapes import TicketAnswer


@dataclass(frozen=True)
class State:
    """A topic's record, the number of the last change that is in it, and whether it will not change any more."""

    data: dict[str, Any]
    number: int
    is_final: bool = False


def state(person: Identity, topic: str) -> State | None:
    """The state of a topic at one moment; None where the person may not see it or there is no such record."""
    channel = rules.channel_of(topic, person.person_id)
    kind, record_id = rules.record_of(topic)
    with transaction(person.tenant_id, snapshot=True) as session:
        current = session.get(Person, person.person_id)
        if current is None or not rules.may_watch(current, channel):
            return None
        data, is_final = _record(session, current, kind, record_id)
        if data is None:
            return None
        number = outbox.last_number(session, channel)
    return State({**data, "seq": number}, number, is_final)


def _record(session: TenantSession, person: Person, kind: str, record_id: UUID | None) -> tuple[Any, bool]:
    if kind == "tenant":
        return {}, False
    if kind == "me":
        return {"unread_count": notifications.unread_count(session, person.id), "role": person.role,
                "permissions": permissions_of(person.role, person.modules)}, False
    if kind == "mission":
        mission = session.get(Mission, record_id)
        if mission is not None:
            return MissionAnswer.model_validate(mission).model_dump(mode="json"), mission.status in FINAL[kind]
    if kind == "job":
        job = session.get(Job, record_id)
        if job is not None:
            return JobState.model_validate(job).model_dump(mode="json"), job.status in FINAL[kind]
    if kind == "ticket":
        ticket = session.get(Ticket, record_id)
        if ticket is not None and (scope_of(person.role, rules.KINDS[kind]) == "all" or ticket.concerns(person.id)):
            return TicketAnswer.model_validate(ticket).model_dump(mode="json"), ticket.status in FINAL[kind]
    return None, False


@dataclass(frozen=True)
class Standing:
    """What has become of people who hold sockets: role and modules by person, and who or what is no longer good."""

    rights: dict[UUID, tuple[str, list[str] | None]]
    ended_sessions: set[UUID]
    suspended_tenants: set[UUID]
    inactive_devices: set[tuple[UUID, str]]  # each with whose it is


def standing(people: set[UUID], sessions: set[UUID]) -> Standing:
    """Look up everybody who holds a socket, in one transaction. Who is not in ``rights`` may not be signed in."""
    with transaction(EVERY_TENANT) as session:
        found = session.execute(select(Person.id, Person.role, Person.modules, Tenant.id, Tenant.status)
                                .join(Tenant, Tenant.id == Person.tenant_id)
                                .where(Person.id.in_(people), Person.status.in_(SIGNED_IN_STATUSES))).all()
        open_sessions = set(session.scalars(
            select(SignInSession.id).where(SignInSession.id.in_(sessions), SignInSession.ended_at.is_(None),
                                           SignInSession.expires_at > clock.now())))
        inactive = session.execute(select(Device.person_id, Device.device_id)
                                   .where(Device.person_id.in_(people), Device.status == "inactive")).all()
    return Standing({person_id: (role, modules) for person_id, role, modules, *_ in found}, sessions - open_sessions,
                    {tenant_id for *_, tenant_id, status in found if status == "suspended"},
                    {(person_id, device_id) for person_id, device_id in inactive})
