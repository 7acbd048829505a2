from __future__ import annotations

from reference.notifications import service
from tests.broken._starting import replace, start

RULE = "Whom an order concerns is told each time. This platform tells each kind of news of an order once."
REQUIREMENTS = ("WO-001", "WO-003")
SCENARIOS = (
    "What was not done well is taken up again, and done a second time",
    "What was approved before a rejection does not count after it",
)

tell = service.notify


def notify(session, kind, people, *, event_key, data, **said):
    tell(session, kind, people, event_key=f"{kind}:{data['work_order_id']}", data=data, **said)


if __name__ == "__main__":
    replace(service, "notify", notify)
    start()
