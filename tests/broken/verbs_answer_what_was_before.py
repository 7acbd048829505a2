from __future__ import annotations

from reference.core import lock, stores
from reference.core.calls import record_id
from reference.core.errors import unavailable
from reference.missions import api, changes
from tests.broken._starting import replace, start

RULE = "Who runs a mission is answered with what it has become. This platform answers with what it was."
REQUIREMENTS = ("MIS-013",)
SCENARIOS = (
    "Who runs a mission is answered with the whole of it each time",
    "Who retries a mission is answered with the whole of it",
)


def do_verb(call, mission_id, verb, *, needs_queue=False):
    api._visible_to(call, mission_id)
    if needs_queue and not stores.queue_is_up():
        raise unavailable("redis")
    with lock.held(changes.topic(record_id(mission_id)), needed=needs_queue), call.transaction() as session:
        found = api._locked(call, session, mission_id)
        answer = changes.described(session, found)
        changes.do_verb(session, found, verb, call.request_id)
    return call.answer(answer)


if __name__ == "__main__":
    replace(api, "do_verb", do_verb)
    start()
