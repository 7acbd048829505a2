"""Pictures that people send: what they are is judged by their content."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

MEDIA_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png"}


@dataclass(frozen=True)
class Picture:
    """What a file turns out to be; width and height in pixels."""

    media_type: str
    width: int
    height: int


def look_at(content: bytes) -> Picture | None:
    """The picture in a file; None where it is neither JPEG nor PNG. Only its head is read, however large it says to be."""
    from PIL import Image  # slow to load, and seldom needed

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(content), formats=list(MEDIA_TYPES)) as picture:
                return Picture(MEDIA_TYPES[picture.format], *picture.size)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
