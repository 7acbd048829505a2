"""How the records of attendance are answered."""

from __future__ import annotations

import datetime
from typing import Literal
from uuid import UUID

from reference.attendance import rules
from reference.attendance.fraud import LEVELS, WEIGHTS
from reference.attendance.place import SPEEDS_KMH
from reference.core.answers import Answer, Moment, NamedPerson, VersionedAnswer

Level = Literal[tuple(level for level, _ in LEVELS)]


class ConsentAnswer(Answer):
    gps_tracking: bool
    facial_recognition: bool
    given_at: Moment | None
    withdrawn_at: Moment | None


class LocationAnswer(Answer):
    latitude: float
    longitude: float
    accuracy_m: float


class FaceAnswer(Answer):
    verified: bool
    distance: float
    liveness: float
    confidence: float


class GpsAnswer(Answer):
    risk: float
    suspicious: bool
    warnings: list[str]


class SignalAnswer(Answer):
    code: str
    weight: float


class FraudAnswer(Answer):
    score: float
    level: Level
    components: dict[Literal[tuple(WEIGHTS)], float]
    signals: list[SignalAnswer]


class AttendanceAnswer(VersionedAnswer):
    person_id: UUID
    site_id: UUID
    shift_id: UUID | None
    date: datetime.date
    punch_in_at: Moment
    punch_out_at: Moment | None
    in_location: LocationAnswer
    out_location: LocationAnswer | None
    inside_fence: bool
    override_id: UUID | None
    transport_mode: Literal[tuple(SPEEDS_KMH)]
    device_id: str
    face_in: FaceAnswer | None
    face_out: FaceAnswer | None
    has_photo: bool
    gps: GpsAnswer
    fraud: FraudAnswer
    late_minutes: int
    regular_minutes: int | None
    overtime_minutes: int | None
    status: Literal[tuple(rules.RECORD_STATES)]
    review_comment: str
    reviewed_by: NamedPerson | None
