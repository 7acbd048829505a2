"""What a site's geofence may be: a circle, or a polygon whose edges do not cross. Whether a place is inside is another
question (attendance.fence)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self

from pydantic import Field, PlainSerializer, ValidationError, WrapValidator, model_validator
from pydantic_core import InitErrorDetails

from reference.core import inputs, sphere
from reference.core.inputs import Body

if TYPE_CHECKING:
    from shapely import Polygon as PlanePolygon

HYSTERESIS_M = 1.0

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]


class Place(Body):
    latitude: Latitude
    longitude: Longitude


class Fence(Body):
    """``hysteresis_m``: who is no farther outside than this counts as inside."""

    hysteresis_m: Annotated[float, Field(ge=0, le=100)] = HYSTERESIS_M
    active: bool = True


class Circle(Fence):
    kind: Literal["circle"]
    center: Place
    radius_m: Annotated[float, Field(ge=10, le=10_000)]


class Polygon(Fence):
    kind: Literal["polygon"]
    points: Annotated[list[Place], Field(min_length=3, max_length=100)]

    @model_validator(mode="after")
    def _encloses_something(self) -> Self:
        if not drawn([(point.latitude, point.longitude) for point in self.points]).is_valid:
            crossing = inputs.fault("not_allowed", "The edges cross, or enclose nothing.")
            raise ValidationError.from_exception_data("input", [
                InitErrorDetails(type=crossing, loc=("points",), input=None)])
        return self


KINDS: dict[str, type[Fence]] = {"circle": Circle, "polygon": Polygon}


def _by_kind(value: Any, _handler: Any) -> Fence:
    """The kind decides what else there must be, so that each fault is told once."""
    if not isinstance(value, dict):
        raise inputs.fault("type")
    kind = value.get("kind")
    if kind is None:
        raise _wrong_kind("required")
    if not isinstance(kind, str):
        raise _wrong_kind("type")
    if kind not in KINDS:
        raise _wrong_kind("not_allowed")
    return KINDS[kind].model_validate(value)


def _wrong_kind(code: str) -> ValidationError:
    return ValidationError.from_exception_data("input", [
        InitErrorDetails(type=inputs.fault(code), loc=("kind",), input=None)])


# Kept and answered whole, with what was not sent.
Geofence = Annotated[Circle | Polygon, WrapValidator(_by_kind), PlainSerializer(lambda fence: fence.model_dump())]


def drawn(points: Sequence[tuple[float, float]]) -> PlanePolygon:
    """The polygon of these places, in metres as it is seen from the first."""
    from shapely import Polygon as PlanePolygon  # with numpy it costs a fifth of a second: only where one is drawn

    return PlanePolygon([sphere.seen_from(*points[0], *point) for point in points])
