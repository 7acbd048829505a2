from __future__ import annotations

from reference.analytics import daily
from tests.broken._starting import replace, start

RULE = "A day is put down when it is over. This platform lets it be."
REQUIREMENTS = ("ANA-004",)
SCENARIOS = ("A day is put down by itself when it is over, and once",)


if __name__ == "__main__":
    replace(daily, "end_yesterday", lambda session: None)
    start()
