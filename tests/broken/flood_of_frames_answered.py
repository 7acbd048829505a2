from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "The 101st frame of a minute is one too many. This platform answers one more."
REQUIREMENTS = ("RT-039",)
SCENARIOS = ("Who says too much is warned twice, and then disconnected",)


if __name__ == "__main__":
    replace(rules, "FLOOD_FRAMES", 101)
    start()
