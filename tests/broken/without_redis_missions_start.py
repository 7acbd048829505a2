from __future__ import annotations

from reference.missions import api
from tests.broken._starting import replace, start

RULE = "Without Redis a mission cannot be started, since nobody would take it up. This platform says that it runs."
REQUIREMENTS = ("API-058",)
SCENARIOS = ("Without Redis only what needs the task queue is refused, and changes nothing",)

do_verb = api.do_verb


def do_without_queue(call, mission_id, verb, *, needs_queue=False):
    return do_verb(call, mission_id, verb)


if __name__ == "__main__":
    replace(api, "do_verb", do_without_queue)
    start()
