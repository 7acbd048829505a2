from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Of simultaneous starts of one mission exactly one succeeds. This platform lets a second one through."
REQUIREMENTS = ("MIS-035",)
SCENARIOS = ("Of eight who start a mission at once one succeeds",)

do = changes.do_verb


def do_verb(session, mission, verb, request_id):
    if verb == "start" and mission.attempt == 1:
        mission.attempt += 1
    else:
        do(session, mission, verb, request_id)


if __name__ == "__main__":
    replace(changes, "do_verb", do_verb)
    start()
