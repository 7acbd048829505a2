from __future__ import annotations

from reference.core import outbox
from tests.broken._starting import replace, start

RULE = "Each notification is posted once. This platform posts it twice."
REQUIREMENTS = ("PLG-007",)
SCENARIOS = ("Each new notification is posted once",)

send_task = outbox.send_task


def send_twice(session, name, arguments, *more, **others):
    if name == "plugins.deliver_webhook":
        send_task(session, name, arguments, *more, **others)
    return send_task(session, name, arguments, *more, **others)


if __name__ == "__main__":
    replace(outbox, "send_task", send_twice)
    start()
