from __future__ import annotations

from sqlalchemy import select

from reference.notifications import api
from reference.notifications.records import Notification
from tests.broken._starting import replace, start

RULE = "An inbox is its person's alone. This platform shows a colleague's notification to whoever knows its id."
REQUIREMENTS = ("NTF-015",)
SCENARIOS = ("A colleague's notification does not exist for others",)


def everybodys(_call):
    return select(Notification)


if __name__ == "__main__":
    replace(api, "own", everybodys)
    start()
