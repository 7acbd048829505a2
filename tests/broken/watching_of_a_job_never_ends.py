from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "The watching of a job ends with it. This platform goes on for ever."
REQUIREMENTS = ("RT-011", "RT-004", "RT-013", "RT-043")
SCENARIOS = (
    "Who watches a job sees it being done from its beginning to its end",
    "Who comes when a job has ended sees how it ended, and can go on to another",
    "Whoever comes back after a broken connection sees the end that was missed",
)


if __name__ == "__main__":
    replace(rules.FINAL, "job", ())
    start()
