from __future__ import annotations

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "All faults are told at once. This platform tells the first."
REQUIREMENTS = ("API-026", "API-031")
SCENARIOS = ("Each fault is told with its place, a code and words",
             "Three faults are told together, and none hides another")

refuse = inputs.faulty


def faulty(faults):
    return refuse(list(faults)[:1])


if __name__ == "__main__":
    replace(inputs, "faulty", faulty)
    start()
