from __future__ import annotations

from reference.attendance import api
from reference.attendance.bodies import CheckIn, Location
from tests.broken._starting import replace, start

RULE = "A place has a latitude of 90 and a longitude of 180 degrees at the most. This platform takes any."
REQUIREMENTS = ("ATT-013",)
SCENARIOS = ("What is no place on the globe is refused",)

class Anywhere(Location):
    latitude: float
    longitude: float
    accuracy_m: float


class FromAnywhere(CheckIn):
    location: Anywhere


if __name__ == "__main__":
    replace(api, "CheckIn", FromAnywhere)
    start()
