from __future__ import annotations

from reference.attendance import faces
from tests.broken._starting import replace, start

RULE = "Where a photo is needed nobody is let in without. This platform does not mind."
REQUIREMENTS = ("ATT-023",)
SCENARIOS = ("Where a photo is needed nobody is let in without",)

verified = faces.verified


def if_sent(call, photo, *, needed):
    return verified(call, photo, needed=False)


if __name__ == "__main__":
    replace(faces, "verified", if_sent)
    start()
