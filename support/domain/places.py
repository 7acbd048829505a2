"""Places on the earth, so many metres from one another: reckoned here, since what the platform reckons is in question."""

from __future__ import annotations

import math

Place = dict[str, float]  # latitude and longitude, in degrees
Way = tuple[int, int]  # metres to the east, and to the north

GATE: Place = {"latitude": 1.2655, "longitude": 103.8201}
METRES_OF_A_DEGREE = math.pi * 6_371_000 / 180


def away(place: Place, way: Way) -> Place:
    """Where one comes from a place on this way of a few kilometres."""
    east, north = way
    narrower = math.cos(math.radians(place["latitude"]))
    return {"latitude": place["latitude"] + north / METRES_OF_A_DEGREE,
            "longitude": place["longitude"] + east / (METRES_OF_A_DEGREE * narrower)}
