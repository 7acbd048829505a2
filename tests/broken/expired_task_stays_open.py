from __future__ import annotations

from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "What is open past its expiry is closed each half hour. On this platform it stays open."
REQUIREMENTS = ("TSK-007",)
SCENARIOS = (
    "What is open past its expiry is closed, and its assignee is told",
    "In whichever state it is open, it is closed",
    "It is closed by itself at the full and at the half hour",
)


if __name__ == "__main__":
    replace(changes, "close_expired", lambda session: None)
    start()
