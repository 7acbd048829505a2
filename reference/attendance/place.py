"""What the place of a punch tells, apart from whether it is at the site: can somebody really be there?"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from reference.core import sphere

NULL_ISLAND_DEGREES = 0.001
SPEEDS_KMH = {"none": 6, "walk": 6, "bicycle": 30, "rickshaw": 30, "ferry": 50, "bus": 130, "tram": 130, "car": 130,
              "taxi": 130, "train": 300, "plane": 900}  # what is usual at the most, by means of transport
TOLERANCE = 1.2
NOT_A_MOVE_M = 200.0  # so much a device errs without having moved
POOR_ACCURACY_M = 100.0
JUMP_M = 50.0
RISKS = {"poor_accuracy": 0.3, "accuracy_jump": 0.5}
SUSPICIOUS, UNRELIABLE = 0.5, 0.8


@dataclass(frozen=True)
class Punch:
    """One check-in or check-out, as the next is compared with it."""

    at: datetime
    latitude: float
    longitude: float
    accuracy_m: float
    device_id: str


def is_null_island(latitude: float, longitude: float) -> bool:
    """Where a device is that does not know where it is."""
    return abs(latitude) <= NULL_ISLAND_DEGREES and abs(longitude) <= NULL_ISLAND_DEGREES


def is_impossible(last: Punch | None, now: Punch, transport_mode: str) -> bool:
    """Whether nobody comes from the last punch to this one by that means of transport in that time."""
    if last is None:
        return False
    metres = sphere.distance(last.latitude, last.longitude, now.latitude, now.longitude)
    if metres <= NOT_A_MOVE_M:
        return False
    hours = (now.at - last.at).total_seconds() / 3600
    return hours <= 0 or metres / 1000 / hours > TOLERANCE * SPEEDS_KMH[transport_mode]


def warnings_of(last: Punch | None, now: Punch) -> list[str]:
    """What is odd about the device's own knowledge of its place."""
    jumped = last is not None and abs(now.accuracy_m - last.accuracy_m) > JUMP_M
    odd = {"poor_accuracy": now.accuracy_m > POOR_ACCURACY_M, "accuracy_jump": jumped}
    return [name for name, is_so in odd.items() if is_so]


def gps(warnings: list[str]) -> dict[str, Any]:
    """How far the device's place can be trusted, as it is stored."""
    risk = round(sum(RISKS.get(each, 0.0) for each in warnings), 4)
    return {"risk": risk, "suspicious": risk >= SUSPICIOUS, "warnings": warnings}
