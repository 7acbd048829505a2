from __future__ import annotations

from uuid import uuid4

from reference.attendance import escalation
from reference.notifications import service
from tests.broken._starting import replace, start

RULE = "Administrators are told once that an alert was escalated. This platform tells each time, and never stops."
REQUIREMENTS = ("ATT-031",)
SCENARIOS = ("An alert without an outcome goes to the administrators after a day, once",)

escalate_once = escalation.escalate
notify_once = service.notify


def escalate(session, alert):
    escalate_once(session, alert)
    escalate_once(session, alert)


def notify(session, kind, people, *, event_key, **more):
    notify_once(session, kind, people, event_key=f"{event_key}:{uuid4()}", **more)


if __name__ == "__main__":
    replace(escalation, "escalate", escalate)
    replace(service, "notify", notify)
    start()
