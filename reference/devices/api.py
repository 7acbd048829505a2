"""Devices over HTTP: register, read, name and deactivate them."""

from __future__ import annotations

from contextlib import suppress
from typing import Annotated, Literal
from uuid import UUID

from fastapi import Response
from sqlalchemy import Select, select
from sqlalchemy.exc import IntegrityError

from reference.core import clock
from reference.core.answers import Listed, Moment, VersionedAnswer, listed, takes
from reference.core.calls import Call, needs, record_id
from reference.core.database import TenantSession, broken_rule
from reference.core.errors import existing, taken
from reference.core.inputs import Body, Change, DeviceId, Page, Query, Text
from reference.core.permissions import scope_of
from reference.core.routes import Router
from reference.core.stores import LOOK_CHANNEL, RedisError, keys
from reference.devices.records import PRIORITIES, STATUSES, Device

router = Router(prefix="/api/v2/devices", tags=["sync"])

MaySync = Annotated[Call, needs("sync.use")]

Type = Literal[tuple(PRIORITIES)]
Name = Text(0, 100)


class DeviceAnswer(VersionedAnswer):
    device_id: str
    person_id: UUID
    type: Type
    priority: int
    name: str
    status: Literal[STATUSES]
    last_seen_at: Moment


class Registered(DeviceAnswer):
    """``registration``: whether it was new."""

    registration: Literal["registered", "updated"] = "registered"


KNOWN_ALREADY = {200: {"description": "It was the person's already", "content": {"application/json": {"schema": {}}}}}


class NewDevice(Body):
    device_id: DeviceId
    type: Type
    name: Name = None


class DeviceChange(Change):
    """What is to be different."""

    type: Type = None
    name: Name = None

    READ_ONLY = frozenset(DeviceAnswer.model_fields) - {"type", "name", "version"}


@router.get("", response_model=Listed[DeviceAnswer], openapi_extra=takes(query=Page))
def devices(call: MaySync) -> Response:
    """The own devices; an administrator's list has all of the tenant."""
    wanted = call.query(Page)
    query = visible(call).order_by(Device.created_at.desc(), Device.id)
    with call.transaction(snapshot=True) as session:
        answer = listed(session, query, wanted, DeviceAnswer)
    return call.answer(answer)


@router.post("", status_code=201, response_model=Registered, openapi_extra=takes(NewDevice), responses=KNOWN_ALREADY)
def register(call: MaySync) -> Response:
    """Register a device; one that is the person's already is active from then on."""
    wanted = call.body(NewDevice)
    try:
        with call.transaction() as session:
            answer = registered_again(call, session, wanted) or registered(call, session, wanted)
    except IntegrityError as error:  # somebody was quicker by a moment
        if broken_rule(error) != "devices_device_id_key":
            raise
        with call.transaction() as session:
            answer = existing(registered_again(call, session, wanted))
    return call.answer(answer, 201 if answer.registration == "registered" else 200)


def registered(call: Call, session: TenantSession, wanted: NewDevice) -> Registered:
    device = Device(person_id=call.person.person_id, **wanted.model_dump(exclude_unset=True))
    session.add(device)
    session.flush()
    return Registered.model_validate(device)


def registered_again(call: Call, session: TenantSession, wanted: NewDevice) -> Registered | None:
    """The device of that name, as it was registered now; None where there is none, 409 where it is a colleague's."""
    found = session.scalar(select(Device).where(Device.device_id == wanted.device_id).with_for_update())
    if found is None:
        return None
    if found.person_id != call.person.person_id:
        raise taken("device_id")
    for name, value in wanted.model_dump(exclude_unset=True).items():
        setattr(found, name, value)
    found.status, found.last_seen_at = "active", clock.now()
    session.flush()
    return Registered(**DeviceAnswer.model_validate(found).model_dump(), registration="updated")


@router.get("/{device_id}", response_model=DeviceAnswer, openapi_extra=takes(query=Query))
def device(call: MaySync, device_id: str) -> Response:
    """One device, by its record's id."""
    with call.transaction() as session:
        answer = DeviceAnswer.model_validate(find(call, session, device_id))
    call.query(Query)
    return call.answer(answer)


@router.patch("/{device_id}", response_model=DeviceAnswer, openapi_extra=takes(DeviceChange))
def change(call: MaySync, device_id: str) -> Response:
    """Change what was sent."""
    with call.transaction() as session:
        find(call, session, device_id)
    wanted = call.change(DeviceChange)
    with call.transaction() as session:
        found = find(call, session, device_id, locked=True)
        call.check_version(found)
        for name, value in wanted.model_dump(exclude_unset=True, exclude={"version"}).items():
            setattr(found, name, value)
        session.flush()
        answer = DeviceAnswer.model_validate(found)
    return call.answer(answer)


@router.delete("/{device_id}", status_code=204, openapi_extra=takes(Change))
def deactivate(call: MaySync, device_id: str) -> Response:
    """Let the device be good for nothing from now on; its socket is closed. It stays in the list."""
    with call.transaction() as session:
        find(call, session, device_id)
    call.change(Change)
    with call.transaction() as session:
        found = find(call, session, device_id, locked=True)
        call.check_version(found)
        found.status = "inactive"
    with suppress(RedisError):  # then each gateway finds it at its next look
        keys().publish(LOOK_CHANNEL, str(found.id))
    return call.answer(None)


def visible(call: Call) -> Select[tuple[Device]]:
    """The devices that the person sees."""
    sees_all = scope_of(call.person.role, "sync.use") == "all"
    return select(Device).where(*[] if sees_all else [Device.person_id == call.person.person_id])


def find(call: Call, session: TenantSession, device_id: str, *, locked: bool = False) -> Device:
    query = visible(call).where(Device.id == record_id(device_id))
    return existing(session.scalar(query.with_for_update() if locked else query))
