"""What looks like fraud: a table of signals, and the score that follows from those that are there."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import atan2, cos, pi, sin
from typing import Any

WEIGHTS = {"behaviour": 0.30, "time": 0.20, "place": 0.30, "device": 0.20}
LEVELS = (("critical", 0.8), ("high", 0.6), ("medium", 0.4), ("low", 0.2), ("minimal", 0.0))
BLOCKED = "critical"
ALERTED_FROM = 0.5
# What an alert is called, by the component that is strongest; the first of equals.
ALERT_OF = {"device": "device_sharing", "place": "gps_spoofing", "time": "temporal_anomaly",
            "behaviour": "unusual_pattern"}

NIGHT_BEGINS, NIGHT_ENDS = 22, 6  # o'clock at the site
REST = timedelta(hours=8)
LONG_SHIFT = timedelta(hours=12)
SHARED_WITHIN = timedelta(minutes=30)
LAST_PUNCHES, SWITCHED_DEVICES = 5, 4
MANY_DEVICES = 3
LOOK_BACK = timedelta(days=90)
HABIT_RECORDS = 30
HOURS_OFF = 2.0
UNFAMILIAR_M = 1000.0


@dataclass(frozen=True)
class Habits:
    """How somebody has come until now: the hours of day, how far the nearest place is, by which devices, on which days."""

    hours: Collection[float]
    nearest_m: float
    devices: Collection[str]
    weekdays: Collection[int]


@dataclass(frozen=True)
class Facts:
    """What is known when somebody checks in or out. ``local`` is the site's time. Without ``habits`` there are too few
    records to tell."""

    local: datetime
    device_id: str
    is_shift_time: bool = False
    is_check_out: bool = False
    rested: timedelta | None = None  # since the last check-out
    worked: timedelta | None = None  # at a check-out
    outside_by_override: bool = False
    warnings: Collection[str] = ()
    shared: bool = False
    last_devices: Collection[str] = ()  # of the last punches, this one among them
    devices: Collection[str] = ()  # of 90 days, this one among them
    habits: Habits | None = None


@dataclass(frozen=True)
class Signal:
    """One thing that looks like fraud, and how heavily it weighs in its component."""

    code: str
    component: str
    weight: float
    shows: Callable[[Facts], bool] = field(repr=False)


def _is_at_night(facts: Facts) -> bool:
    night = facts.local.hour >= NIGHT_BEGINS or facts.local.hour < NIGHT_ENDS
    return night and not facts.is_shift_time and not facts.is_check_out


def _is_off_the_mean(facts: Facts) -> bool:
    return facts.habits is not None and hours_apart(hour_of(facts.local), mean_hour(facts.habits.hours)) > HOURS_OFF


SIGNALS = (
    Signal("geofence_violation", "place", 0.8, lambda facts: facts.outside_by_override),
    Signal("accuracy_manipulation", "place", 0.7, lambda facts: "accuracy_jump" in facts.warnings),
    Signal("poor_gps", "place", 0.5, lambda facts: "poor_accuracy" in facts.warnings),
    Signal("unusual_hour", "time", 0.5, _is_at_night),
    Signal("short_rest", "time", 0.8, lambda facts: facts.rested is not None and facts.rested < REST),
    Signal("long_shift", "time", 0.7, lambda facts: facts.worked is not None and facts.worked > LONG_SHIFT),
    Signal("device_sharing", "device", 0.9, lambda facts: facts.shared),
    Signal("rapid_switching", "device", 0.6, lambda facts: len(set(facts.last_devices)) >= SWITCHED_DEVICES),
    Signal("many_devices", "device", 0.4, lambda facts: len(set(facts.devices)) > MANY_DEVICES),
    Signal("unusual_time", "behaviour", 0.5, _is_off_the_mean),
    Signal("unfamiliar_place", "behaviour", 0.8,
           lambda facts: facts.habits is not None and facts.habits.nearest_m > UNFAMILIAR_M),
    Signal("new_device", "behaviour", 0.6,
           lambda facts: facts.habits is not None and facts.device_id not in facts.habits.devices),
    Signal("unusual_weekday", "behaviour", 0.3,
           lambda facts: facts.habits is not None and facts.local.weekday() not in facts.habits.weekdays),
)


def hour_of(local: datetime) -> float:
    return local.hour + local.minute / 60 + local.second / 3600


def hours_apart(one: float, other: float) -> float:
    """On the face of a clock: 23:00 and 1:00 are two hours apart."""
    return min((one - other) % 24, (other - one) % 24)


def mean_hour(hours: Collection[float]) -> float:
    """The mean on the face of a clock: of 23:00 and 1:00 midnight."""
    angles = [hour * pi / 12 for hour in hours]
    return atan2(sum(map(sin, angles)), sum(map(cos, angles))) * 12 / pi % 24


def codes_of(facts: Facts) -> list[str]:
    """The signals that are there, in the order of the table."""
    return [signal.code for signal in SIGNALS if signal.shows(facts)]


def judged(codes: Collection[str]) -> dict[str, Any]:
    """Score, level, components and signals, as they are stored."""
    found = [signal for signal in SIGNALS if signal.code in codes]
    components = {name: min(1.0, round(sum(each.weight for each in found if each.component == name), 4))
                  for name in WEIGHTS}
    score = round(sum(weight * components[name] for name, weight in WEIGHTS.items()), 4)
    return {"score": score, "level": level_of(score), "components": components,
            "signals": [{"code": each.code, "weight": each.weight} for each in found]}


def level_of(score: float) -> str:
    return next(level for level, least in LEVELS if score >= least)


def alert_of(fraud: dict[str, Any]) -> tuple[str, str] | None:
    """Type and severity of the alert that a judgement raises; None where it raises none."""
    if fraud["score"] >= ALERTED_FROM:
        return ALERT_OF[max(ALERT_OF, key=lambda name: fraud["components"][name])], fraud["level"]
    is_shared = any(signal["code"] == "device_sharing" for signal in fraud["signals"])
    return ("device_sharing", "medium") if is_shared else None
