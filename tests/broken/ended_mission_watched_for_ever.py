from __future__ import annotations

from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "Who comes after a mission's end sees its state, and no more. This platform goes on watching it for them."
REQUIREMENTS = ("RT-015",)
SCENARIOS = ("Who comes after the end is shown how a mission ended",)


if __name__ == "__main__":
    replace(topics, "FINAL", {"mission": ()})
    start()
