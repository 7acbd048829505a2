from __future__ import annotations

from reference.attendance import faces
from tests.broken._starting import replace, start

RULE = "The record keeps by which figures somebody was recognised. This platform keeps that it was so, and no more."
REQUIREMENTS = ("ATT-002", "ATT-019")
SCENARIOS = (
    "Who is recognised is let in, with the figures on the record",
    "What is just enough to be recognised is enough",
)

verified = faces.verified


def without_figures(call, photo, *, needed):
    figures = verified(call, photo, needed=needed)
    return figures and {"verified": True, "distance": 0.0, "liveness": 1.0, "confidence": 1.0}


if __name__ == "__main__":
    replace(faces, "verified", without_figures)
    start()
