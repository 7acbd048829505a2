"""Checking out: the end of the caller's open record. It is judged anew, and never blocked for what looks like fraud."""

from __future__ import annotations

from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import select

from reference.attendance import alerts, faces, fence, fraud, history, place, punches, rules
from reference.attendance.bodies import CheckOut
from reference.attendance.place import Punch
from reference.attendance.records import AttendanceRecord
from reference.attendance.shapes import AttendanceAnswer
from reference.core.calls import Call
from reference.core.database import TenantSession
from reference.core.errors import Fault, Problem, existing, faulty, not_allowed
from reference.core.permissions import scope_of


def visible(call: Call, session: TenantSession, record_id: UUID, *, locked: bool = False) -> AttendanceRecord:
    """The record of an address; 404 where the caller may not see it: a colleague's is for reviewers alone."""
    query = select(AttendanceRecord).where(AttendanceRecord.id == record_id)
    if scope_of(call.person.role, "attendance.read") != "all":
        query = query.where(AttendanceRecord.person_id == call.person.person_id)
    return existing(session.scalar(query.with_for_update(of=AttendanceRecord) if locked else query))


def refuse_anothers(call: Call, record: AttendanceRecord) -> None:
    """403 where somebody else came: each leaves for oneself."""
    if record.person_id != call.person.person_id:
        raise not_allowed()


def check_out(call: Call, record_id: UUID, wanted: CheckOut) -> AttendanceAnswer:
    """The record with its end; raises the first refusal."""
    with call.transaction() as session:
        record = _open(call, session, record_id)
    at = _moment(record, wanted)
    punch = punches.punch(at, wanted.location, wanted.device)
    last = punches.last_of(history.punches_of([record]))
    warnings = punches.require_place(call, last, punch, record.transport_mode)
    if not fence.judge(record.site, punch.latitude, punch.longitude).inside:
        warnings.append("outside_geofence")
    face = faces.verified(call, wanted.face_photo and wanted.face_photo.data, needed=False)
    with call.transaction() as session:
        record = _open(call, session, record_id, locked=True)
        record.punch_out_at, record.out_location = at, wanted.location.model_dump()
        record.out_device_id, record.face_out = punch.device_id, face
        record.regular_minutes, record.overtime_minutes = rules.split(rules.minutes_between(record.punch_in_at, at))
        record.gps = place.gps(list(dict.fromkeys([*record.gps["warnings"], *warnings])))
        _judge(session, record, punch, warnings)
        punches.keep_photo(session, record, "out", at, wanted.face_photo)
        punches.tell(session, record, "checked_out", at)
        return punches.described(session, record)


def _open(call: Call, session: TenantSession, record_id: UUID, *, locked: bool = False) -> AttendanceRecord:
    record = visible(call, session, record_id, locked=locked)
    call.check_version(record)
    if record.punch_out_at is not None:
        raise Problem(409, "Already checked out", "The record has its end.")
    return record


def _moment(record: AttendanceRecord, wanted: CheckOut):
    """When it happens. A check-in may be some seconds ahead: nobody has to wait for that."""
    at = punches.moment(wanted.at)
    if wanted.at is not None and at < record.punch_in_at:
        raise faulty([Fault("at", "out_of_range", "Nobody leaves before coming.")])
    return max(at, record.punch_in_at)


def _judge(session: TenantSession, record: AttendanceRecord, now: Punch, warnings: list[str]) -> None:
    """Score the record anew: what was seen at the check-in stays, and an alert is raised for what is new."""
    earlier = history.punches_of(history.since(session, record.person_id, now.at - fraud.LOOK_BACK))
    facts = fraud.Facts(
        local=now.at.astimezone(ZoneInfo(record.site.timezone)), device_id=now.device_id, is_check_out=True,
        worked=now.at - record.punch_in_at, warnings=warnings,
        shared=history.is_shared(session, record.person_id, now.device_id, now.at),
        last_devices=[each.device_id for each in earlier[:fraud.LAST_PUNCHES]],
        devices={each.device_id for each in earlier})
    before, seen = [signal["code"] for signal in record.fraud["signals"]], fraud.codes_of(facts)
    record.fraud = fraud.judged([*before, *seen])
    alert = fraud.alert_of(record.fraud)
    if alert is not None and not set(seen) <= set(before):
        alerts.raise_alert(session, record.person_id, *alert, record_id=record.id, fraud=record.fraud)
