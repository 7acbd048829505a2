"""The rules of attendance that have no room of their own, apart from HTTP and SQL: words, states, hours."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Protocol
from zoneinfo import ZoneInfo

RECORD_STATES = {
    "pending": ("approved", "rejected", "adjusted"),
    "approved": ("adjusted", "locked"),
    "rejected": ("pending",),
    "adjusted": ("approved", "locked"),
    "locked": (),
}
ALERT_OUTCOMES = ("resolved_legitimate", "resolved_fraud", "false_positive")
ALERT_STATES = {
    "pending": ("investigating", *ALERT_OUTCOMES, "escalated"),
    "investigating": (*ALERT_OUTCOMES, "escalated"),
    "escalated": ("investigating", *ALERT_OUTCOMES),
    **dict.fromkeys(ALERT_OUTCOMES, ()),
}
OVERRIDE_STATES = {
    "pending": ("auto_approved", "manually_approved", "rejected", "expired", "cancelled"),
    **dict.fromkeys(("auto_approved", "manually_approved", "rejected", "expired", "cancelled"), ()),
}
APPROVED = ("auto_approved", "manually_approved")
OVERRIDE_TYPES = ("validation_override", "late_checkin_approval", "rest_period_waiver")
ALERT_TYPES = ("gps_spoofing", "impossible_travel", "device_sharing", "unusual_pattern", "biometric_mismatch",
               "temporal_anomaly")
SEVERITIES = ("critical", "high", "medium", "low")

AHEAD_AT_MOST = timedelta(seconds=60)
LATE_AT_MOST = timedelta(minutes=5)  # what is older comes by sync
OVERRIDE_SERVES = timedelta(hours=24)  # from its decision
REGULAR_MINUTES = 480


class Hours(Protocol):
    """A shift, or what has its hours."""

    starts_at: str
    ends_at: str
    grace_min: int


def minutes_between(begin: datetime, end: datetime) -> int:
    """The whole minutes that have passed."""
    return int((end - begin).total_seconds() // 60)


def split(minutes: int) -> tuple[int, int]:
    """Worked minutes as regular ones and overtime."""
    return min(minutes, REGULAR_MINUTES), max(0, minutes - REGULAR_MINUTES)


def started_at(shift: Hours, moment: datetime, timezone: str) -> datetime | None:
    """When the turn of the shift began that ``moment`` lies in; None outside of all. One may have begun the day before."""
    zone = ZoneInfo(timezone)
    begin, end = time.fromisoformat(shift.starts_at), time.fromisoformat(shift.ends_at)
    for days_ago in (0, 1):
        day = moment.astimezone(zone).date() - timedelta(days=days_ago)
        starts = datetime.combine(day, begin, zone)
        ends = datetime.combine(day + timedelta(days=end <= begin), end, zone)
        if starts <= moment < ends:
            return starts
    return None


def late_minutes(shift: Hours | None, moment: datetime, timezone: str) -> int:
    """By how many minutes somebody comes later than the shift's grace allows."""
    starts = started_at(shift, moment, timezone) if shift else None
    return max(0, minutes_between(starts, moment) - shift.grace_min) if starts else 0
