from __future__ import annotations

from reference.attendance import fence
from tests.broken._starting import replace, start

RULE = "What lies in a notch of an outline is outside. This platform looks at the outline's hull."
REQUIREMENTS = ("ATT-006", "ATT-008")
SCENARIOS = (
    "Who asks is told on which side of an outline a place is, and how far from its edge",
    "Who is in the notch of an outline, or beyond it, is turned away",
)

drawn_rightly = fence.drawn


def drawn(points):
    return drawn_rightly(points).convex_hull


if __name__ == "__main__":
    replace(fence, "drawn", drawn)
    start()
