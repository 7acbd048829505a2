from __future__ import annotations

from reference.core import recurring
from tests.broken._starting import replace, start

RULE = "Preventive maintenance is made twice a day. This platform leaves the afternoon out."
REQUIREMENTS = ("TSK-010",)
SCENARIOS = ("Preventive maintenance of the next week is made by itself, twice a day",)


if __name__ == "__main__":
    replace(recurring.RECURRING, "tasks.generate_ppm", recurring.Recurring("3 3 * * *"))
    start()
