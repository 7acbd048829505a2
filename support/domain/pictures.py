"""Pictures that people take: made here, as a camera would leave them."""

from __future__ import annotations

import io

from support.findings import WrongScenario

KINDS = ("jpeg", "png", "gif")


def picture(width: int = 640, height: int = 480, kind: str = "jpeg", weight: int | None = None) -> bytes:
    """A picture of this size in pixels.

    :param weight: its bytes, where they matter: it is filled up at its end, where nobody looks.
    :raises WrongScenario: when it cannot be as light as that.
    """
    from PIL import Image  # slow to load, and seldom needed

    written = io.BytesIO()
    Image.linear_gradient("L").resize((width, height)).save(written, kind.upper())
    content = written.getvalue()
    if weight is not None and weight < len(content):
        raise WrongScenario(f"a {kind} of {width} by {height} has {len(content)} bytes at the least")
    return content if weight is None else content.ljust(weight, b"\0")


def weight(words: str) -> int | None:
    """The bytes that "5 MB" are, or "5 MB and a byte"; any for "any size"."""
    if words == "any size":
        return None
    number, _, more = words.partition(" MB")
    return int(number) * 1024 * 1024 + (1 if more else 0)
