from __future__ import annotations

from reference.attendance import faces
from tests.broken._starting import replace, start

RULE = "A face that is another's is no trick. This platform raises an alert each time."
REQUIREMENTS = ("ATT-020", "ATT-012")
SCENARIOS = (
    "A face that is another's, or not clear, is no trick",
    "Whose face is another's is told of that, whatever else looks like fraud",
)


def is_spoofed(likeness):
    return True


if __name__ == "__main__":
    replace(faces.Likeness, "is_spoofed", is_spoofed)
    start()
