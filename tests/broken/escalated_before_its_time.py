from __future__ import annotations

from datetime import timedelta

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = "A ticket goes up when its time is over. This platform does not wait for that."
REQUIREMENTS = ("TKT-002", "TKT-008")
SCENARIOS = (
    "Until its time is over a trouble waits where it is",
    "A ticket goes up after the time that its category's rule names",
)

is_to_escalate = rules.is_to_escalate


def is_to_escalate_soon(level, created_at, due, times, moment):
    return is_to_escalate(level, created_at, due, times, moment + timedelta(weeks=1000))


if __name__ == "__main__":
    replace(rules, "is_to_escalate", is_to_escalate_soon)
    start()
