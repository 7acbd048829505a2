from __future__ import annotations

from reference.analytics import recorder
from tests.broken._starting import replace, start

RULE = "Looking at the figures is no call. This platform counts it."
REQUIREMENTS = ("ANA-010",)
SCENARIOS = ("What is refused counts as failed, and looking at the figures as nothing",)


if __name__ == "__main__":
    replace(recorder, "is_counted", lambda path: path.startswith("/api/"))
    start()
