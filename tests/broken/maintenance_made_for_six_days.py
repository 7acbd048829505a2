from __future__ import annotations

from datetime import timedelta

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "Preventive maintenance is made for a week. This platform makes it for six days."
REQUIREMENTS = ("TSK-010",)
SCENARIOS = ("Preventive maintenance of the next week is made by itself, twice a day",)


if __name__ == "__main__":
    replace(rules.AHEAD, "ppm", timedelta(days=6))
    start()
