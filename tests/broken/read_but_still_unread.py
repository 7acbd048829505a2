from __future__ import annotations

from sqlalchemy import func, select

from reference.notifications import service
from reference.notifications.records import Notification
from tests.broken._starting import replace, start

RULE = "What was read is not unread. This platform counts each notification there is."
REQUIREMENTS = ("NTF-005",)
SCENARIOS = ("What was read is counted as unread no more, however often it is read",)


def count_all(session, person_id):
    return session.scalar(select(func.count()).select_from(Notification).where(Notification.person_id == person_id))


if __name__ == "__main__":
    replace(service, "unread_count", count_all)
    start()
