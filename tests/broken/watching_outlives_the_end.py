from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "The watching of a mission ends with it. This platform ends it only with a deletion."
REQUIREMENTS = ("RT-015",)
SCENARIOS = ("The watching of a mission ends with it, and the connection stays",)


if __name__ == "__main__":
    replace(rules.FINAL, "mission", ())
    start()
