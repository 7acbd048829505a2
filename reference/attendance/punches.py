"""What a check-in and a check-out have in common: when and where, and what is kept and told of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NoReturn

from reference.attendance import alerts, fence, place, rules
from reference.attendance.bodies import Device, FacePhoto, Location
from reference.attendance.place import Punch
from reference.attendance.records import AttendanceRecord, Photo
from reference.attendance.shapes import AttendanceAnswer
from reference.core import clock, outbox
from reference.core.answers import NamedPerson, NamedSite
from reference.core.calls import Call
from reference.core.database import TenantSession
from reference.core.errors import Fault, faulty

WORDS = {"null_island": "This is where devices are that do not know their place.",
         "impossible_travel": "Nobody comes here so quickly.",
         "gps_unreliable": "The device's place cannot be relied on.",
         "outside_geofence": "This is {distance:.0f} m from the site."}


def moment(at: datetime | None, *, late_at_most: timedelta = rules.LATE_AT_MOST) -> datetime:
    """When it happens: now where nothing else was sent; 422 for what is too far ahead or too long ago."""
    now = clock.now()
    if at is None:
        return now
    if at > now + rules.AHEAD_AT_MOST or at < now - late_at_most:
        raise faulty([Fault("at", "out_of_range", "This is too far from the present moment.")])
    return at


def punch(at: datetime, location: Location, device: Device) -> Punch:
    return Punch(at, **location.model_dump(), device_id=device.device_id)


def require_place(call: Call, last: Punch | None, now: Punch, transport_mode: str) -> list[str]:
    """What is odd about the place; 422 where nobody can be there, and an alert of it is kept."""
    if place.is_null_island(now.latitude, now.longitude):
        _refuse(call, "null_island", "gps_spoofing")
    if place.is_impossible(last, now, transport_mode):
        _refuse(call, "impossible_travel", "impossible_travel")
    warnings = place.warnings_of(last, now)
    if place.gps(warnings)["risk"] >= place.UNRELIABLE:
        _refuse(call, "gps_unreliable", None)
    return warnings


def _refuse(call: Call, code: str, alert: str | None) -> NoReturn:
    if alert is not None:
        with call.transaction() as session:
            alerts.raise_alert(session, call.person.person_id, alert, "high")
    raise faulty([Fault("location", code, WORDS[code])])


def refuse_outside(judged: fence.Judgement) -> NoReturn:
    """Not at the site, and nobody has allowed it; the refusal says how far away."""
    distance = judged.distance_m or 0.0
    problem = faulty([Fault("location", "outside_geofence", WORDS["outside_geofence"].format(distance=distance))])
    problem.extra["distance_m"] = round(distance, 1)
    raise problem


def keep_photo(session: TenantSession, record: AttendanceRecord, which: str, at: datetime,
               photo: FacePhoto | None) -> None:
    if photo is not None:
        record.has_photo = True
        session.add(Photo(record_id=record.id, punch=which, taken_at=at, content=photo.data))


def tell(session: TenantSession, record: AttendanceRecord, what: str, at: datetime) -> None:
    """Let reviewers see it at once."""
    outbox.emit(session, "tenant", f"attendance.{what}", {
        "record_id": str(record.id), "person": NamedPerson.model_validate(record.person).model_dump(mode="json"),
        "site": NamedSite.model_validate(record.site).model_dump(mode="json"), "at": clock.text(at),
        "fraud_level": record.fraud["level"]})


def described(session: TenantSession, record: AttendanceRecord) -> AttendanceAnswer:
    """The record as it is answered, with the version that it has after this transaction."""
    session.flush()
    return AttendanceAnswer.model_validate(record)


def last_of(punches: Sequence[Punch]) -> Punch | None:
    return punches[0] if punches else None
