from __future__ import annotations

from reference.attendance import faces
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = "Who is not enrolled is not recognised. This platform lets in whom the face service does not know."
REQUIREMENTS = ("ATT-022",)
SCENARIOS = ("Whose face is not enrolled is told so",)

ask = faces._ask


def let_in(person_id, photo):
    try:
        return ask(person_id, photo)
    except Problem as problem:
        if problem.status != 422:
            raise
        return faces.Likeness(distance=0.0, liveness=1.0, confidence=1.0)


if __name__ == "__main__":
    replace(faces, "_ask", let_in)
    start()
