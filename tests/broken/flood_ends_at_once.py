from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "Who says too much is warned twice. This platform disconnects at the first frame too many."
REQUIREMENTS = ("RT-039",)
SCENARIOS = ("Who says too much is warned twice, and then disconnected",)


if __name__ == "__main__":
    replace(rules, "FLOOD_WARNINGS", 0)
    start()
