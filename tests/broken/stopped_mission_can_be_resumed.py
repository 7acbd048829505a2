from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A stopped mission can become nothing else. This platform resumes it."
REQUIREMENTS = ("MIS-015",)
SCENARIOS = ("A mission that was ended can be neither ended again nor taken up",)

do = changes.do_verb


def do_verb(session, mission, verb, request_id):
    if (mission.status, verb) == ("stopped", "resume"):
        mission.status = "paused"
    do(session, mission, verb, request_id)


if __name__ == "__main__":
    replace(changes, "do_verb", do_verb)
    start()
