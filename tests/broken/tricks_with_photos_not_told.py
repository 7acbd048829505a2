from __future__ import annotations

from reference.attendance import faces
from tests.broken._starting import replace, start

RULE = "A photo of a photo alerts the supervisors. This platform refuses it, and is silent."
REQUIREMENTS = ("ATT-020",)
SCENARIOS = ("A photo of a photo is refused, and alerts the supervisors", "From where on a photo is taken for a trick")


def is_spoofed(likeness):
    return False


if __name__ == "__main__":
    replace(faces.Likeness, "is_spoofed", is_spoofed)
    start()
