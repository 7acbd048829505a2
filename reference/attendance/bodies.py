"""What is sent with a check-in and a check-out."""

from __future__ import annotations

import base64
import binascii
import re
from typing import Annotated, Any, Literal

from pydantic import Field, PlainValidator, WithJsonSchema

from reference.attendance.place import SPEEDS_KMH
from reference.core import inputs, pictures
from reference.core.inputs import Body, Change, DeviceId, Identifier, Moment

PHOTO_BYTES = 5 * 1024 * 1024
DATA_URI = re.compile(r"data:image/(?:jpeg|png);base64,([A-Za-z0-9+/]+={0,2})")


def _photo(text: Any) -> bytes:
    """The picture in a data URI; what it is is told by its content."""
    if not isinstance(text, str):
        raise inputs.fault("type")
    found = DATA_URI.fullmatch(text)
    try:
        content = base64.b64decode(found[1], validate=True) if found else b""
    except binascii.Error:
        content = b""
    if pictures.look_at(content) is None:
        raise inputs.fault("format", "This must be the data URI of a JPEG or PNG picture.")
    if len(content) > PHOTO_BYTES:
        raise inputs.fault("too_long", "A photo has at most 5 MB.")
    return content


PhotoData = Annotated[bytes, PlainValidator(_photo), WithJsonSchema({"type": "string"})]


class Location(Body):
    latitude: Annotated[float, Field(ge=-90, le=90)]
    longitude: Annotated[float, Field(ge=-180, le=180)]
    accuracy_m: Annotated[float, Field(ge=0, le=1000)]


class Device(Body):
    device_id: DeviceId


class FacePhoto(Body):
    data: PhotoData


class CheckIn(Body):
    """Who sends this is at the site, now or at ``at``."""

    site_id: Identifier
    shift_id: Identifier | None = None
    at: Moment | None = None
    location: Location
    transport_mode: Literal[tuple(SPEEDS_KMH)] = "none"
    device: Device
    face_photo: FacePhoto | None = None
    override_id: Identifier | None = None


class CheckOut(Change):
    """Who sends this leaves the site."""

    location: Location
    device: Device
    face_photo: FacePhoto | None = None
    at: Moment | None = None


class ConsentChange(Body):
    """What somebody agrees to from now on, and what not."""

    gps_tracking: bool
    facial_recognition: bool
