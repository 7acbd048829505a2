from __future__ import annotations

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "What is missing is told once. This platform tells it twice."
REQUIREMENTS = ("API-028",)
SCENARIOS = ("One fault is told once, and nothing is made of the rest",)

refuse = inputs.faulty


def faulty(faults):
    faults = list(faults)
    return refuse([*faults, *(fault for fault in faults if fault.code == "required")])


if __name__ == "__main__":
    replace(inputs, "faulty", faulty)
    start()
