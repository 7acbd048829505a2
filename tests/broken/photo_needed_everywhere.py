from __future__ import annotations

from reference.attendance import faces
from tests.broken._starting import replace, start

RULE = "A site that needs no photo takes a check-in without. This platform wants one everywhere."
REQUIREMENTS = ("ATT-023",)
SCENARIOS = ("Where no photo is needed nobody has to send one",)

verified = faces.verified


def always(call, photo, *, needed):
    return verified(call, photo, needed=True)


if __name__ == "__main__":
    replace(faces, "verified", always)
    start()
