"""Places on the earth, taken as a sphere."""

from __future__ import annotations

import math
from functools import lru_cache

from geographiclib.geodesic import Geodesic

EARTH_RADIUS_M = 6_371_000
ROUNDED_TO = 3  # places, of metres: what is finer comes from the reckoning


def distance(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> float:
    """Metres between two places along the great circle."""
    return round(_sphere().Inverse(latitude, longitude, other_latitude, other_longitude)["s12"], ROUNDED_TO)


def seen_from(latitude: float, longitude: float, other_latitude: float, other_longitude: float) -> tuple[float, float]:
    """Where the other place lies on a plane that touches the earth in the first: metres to the east, and to the north."""
    way = _sphere().Inverse(latitude, longitude, other_latitude, other_longitude)
    direction = math.radians(way["azi1"])
    return way["s12"] * math.sin(direction), way["s12"] * math.cos(direction)


@lru_cache(maxsize=1)
def _sphere() -> Geodesic:
    return Geodesic(EARTH_RADIUS_M, 0)
