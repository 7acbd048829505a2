from __future__ import annotations

from datetime import UTC

from reference.core import clock
from tests.broken._starting import replace, start

RULE = "Times are answered in UTC with a trailing Z. This platform writes +00:00."
REQUIREMENTS = ("MIS-023",)
SCENARIOS = ("A mission shows its id, its constraints, its creator and its times",)


def text(moment):
    return moment.astimezone(UTC).isoformat()


if __name__ == "__main__":
    replace(clock, "text", text)
    start()
