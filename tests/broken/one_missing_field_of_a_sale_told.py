from __future__ import annotations

from reference.core import inputs
from tests.broken._starting import replace, start

RULE = "Each missing field of a client or a deal is named. This platform names the first."
REQUIREMENTS = ("SAL-031",)
SCENARIOS = (
    "Of a client of which nothing is said each needed field is named",
    "Of a deal of which nothing is said each needed field is named",
)

refuse = inputs.faulty


def faulty(faults):
    return refuse(list(faults)[:1])


if __name__ == "__main__":
    replace(inputs, "faulty", faulty)
    start()
