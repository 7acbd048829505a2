from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from reference.attendance import api
from reference.attendance.bodies import CheckIn, Location
from tests.broken._starting import replace, start

RULE = ("A place has a latitude of 90 and a longitude of 180 degrees at the most. "
        "This platform takes what is beyond for the edge.")
REQUIREMENTS = ("ATT-013",)
SCENARIOS = ("What is no place on the globe is refused",)


def kept_within(least, most):
    return BeforeValidator(lambda value: min(most, max(least, value)))


class Nearly(Location):
    latitude: Annotated[float, kept_within(-90, 90)]
    longitude: Annotated[float, kept_within(-180, 180)]
    accuracy_m: Annotated[float, kept_within(0, 1000)]


class FromNearly(CheckIn):
    location: Nearly


if __name__ == "__main__":
    replace(api, "CheckIn", FromNearly)
    start()
