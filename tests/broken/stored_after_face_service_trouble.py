from __future__ import annotations

from reference.attendance import faces
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = "Without an answer of the face service nobody checks in. This platform takes it as a yes."
REQUIREMENTS = ("ATT-041",)
SCENARIOS = (
    "While the face service is in trouble nobody checks in with a photo",
    "Who waits for a silent face service is told within six seconds",
    "A face service that is broken is not asked again at once",
    "A face service that keeps failing is left alone for half a minute",
    "A face service that fails once more after half a minute is left alone again",
)

ask = faces._ask


def yes(person_id, photo):
    try:
        return ask(person_id, photo)
    except Problem as problem:
        if problem.status != 503:
            raise
        return faces.Likeness(distance=0.0, liveness=1.0, confidence=1.0)


if __name__ == "__main__":
    replace(faces, "_ask", yes)
    start()
