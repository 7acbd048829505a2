from __future__ import annotations

from reference.attendance import faces
from tests.broken._starting import replace, start

RULE = "A photo that is sent is looked at. This platform looks only where one is needed."
REQUIREMENTS = ("ATT-023",)
SCENARIOS = ("Where no photo is needed one that is sent is looked at all the same",)

verified = faces.verified


def if_needed(call, photo, *, needed):
    return verified(call, photo, needed=needed) if needed else None


if __name__ == "__main__":
    replace(faces, "verified", if_needed)
    start()
