from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A new month begins with no missions counted. This platform counts on."
REQUIREMENTS = ("MIS-028",)
SCENARIOS = ("A tenant that has used its missions of the month can create again in the next",)


def current_month():
    return "2026-01"


if __name__ == "__main__":
    replace(changes, "current_month", current_month)
    start()
