from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from reference.core import clock
from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "A task is closed when its expiry has passed. This platform closes it five minutes before."
REQUIREMENTS = ("TSK-007",)
SCENARIOS = ("What is open past its expiry is closed, and its assignee is told",)

close_expired = changes.close_expired


def close_early(session):
    replace(changes, "clock", SimpleNamespace(now=lambda: clock.now() + timedelta(minutes=5), text=clock.text))
    close_expired(session)
    replace(changes, "clock", clock)


if __name__ == "__main__":
    replace(changes, "close_expired", close_early)
    start()
