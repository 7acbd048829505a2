from __future__ import annotations

import json
import time
from contextlib import contextmanager

from reference.core import calls, outbox
from reference.core.stores import keys
from tests.broken._starting import replace, start

RULE = "What is seen is already so. This platform tells of a change before it commits it."
REQUIREMENTS = ("RT-015",)
SCENARIOS = ("Whatever is seen is already so",)

UNTIL_THE_COMMIT_SECONDS = 0.3  # makes sure that who is told can look before the commit
begin = calls.transaction


@contextmanager
def transaction(tenant_id, *, snapshot=False):
    with begin(tenant_id, snapshot=snapshot) as session:
        yield session
        if session.outgoing:
            tell(session)
            time.sleep(UNTIL_THE_COMMIT_SECONDS)


def tell(session):
    numbers = {}
    for message in session.outgoing:
        if message.kind == "event" and message.name.startswith("mission:"):
            number = numbers.get(message.name) or outbox.last_number(session, message.name)
            numbers[message.name] = number + 1
            data = message.body["data"] | {"seq": number + 1}
            event = message.body | {"seq": number + 1, "topic": message.name, "data": data}
            keys().publish(f"events:{session.tenant_id}", json.dumps(event))


if __name__ == "__main__":
    replace(calls, "transaction", transaction)
    start()
