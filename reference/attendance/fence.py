"""Whether a place is inside a site's fence: plain functions, for check-in, check-out and who only asks.

``distance_m`` is that to the centre of a circle; of a polygon it is that to the edge for who is outside, else 0.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol

from reference.core import sphere
from reference.tenancy.geofences import HYSTERESIS_M, drawn

KINDS = ("circle", "polygon", "permissible_distance", "none")


class Fenced(Protocol):
    """A site, as far as its fence goes."""

    latitude: float | None
    longitude: float | None
    permissible_distance_m: int
    geofence: Mapping[str, Any] | None


@dataclass(frozen=True)
class Judgement:
    """``fence_kind``: one of KINDS; "none" where everything is inside."""

    inside: bool
    distance_m: float | None
    fence_kind: str


def judge(site: Fenced, latitude: float, longitude: float) -> Judgement:
    """Where a place lies for the site: by its active fence, else by its permissible distance."""
    fence = site.geofence
    if fence is not None and fence["active"]:
        if fence["kind"] == "polygon":
            away = outside_by(fence["points"], latitude, longitude)
            return Judgement(away <= fence["hysteresis_m"], away, "polygon")
        away = sphere.distance(fence["center"]["latitude"], fence["center"]["longitude"], latitude, longitude)
        return Judgement(away <= fence["radius_m"] + fence["hysteresis_m"], away, "circle")
    if site.latitude is None or site.longitude is None:
        return Judgement(True, None, "none")
    away = sphere.distance(site.latitude, site.longitude, latitude, longitude)
    return Judgement(away <= site.permissible_distance_m + HYSTERESIS_M, away, "permissible_distance")


def outside_by(points: list[Mapping[str, float]], latitude: float, longitude: float) -> float:
    """How many metres outside of the polygon a place is; 0 for one inside."""
    from shapely import Point

    places = [(point["latitude"], point["longitude"]) for point in points]
    there = Point(sphere.seen_from(*places[0], latitude, longitude))
    return round(drawn(places).distance(there), sphere.ROUNDED_TO)
