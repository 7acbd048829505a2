from __future__ import annotations

from reference.missions import tasks
from tests.broken._starting import replace, start

RULE = "A mission shows what it found. This platform forgets it."
REQUIREMENTS = ("MIS-015", "MIS-038",)
SCENARIOS = ("Ending a mission keeps what it found", "A mission is completed although one of its targets is switched off")


def store_finding(session, target, rule, response):
    pass


if __name__ == "__main__":
    replace(tasks, "store_finding", store_finding)
    start()
