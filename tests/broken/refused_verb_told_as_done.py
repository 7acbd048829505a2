from __future__ import annotations

from reference.core import audit
from reference.core.database import transaction
from reference.core.errors import Problem
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "What was not done leaves no event. This platform tells of a pause that the mission's state did not allow."
REQUIREMENTS = ("AUD-017",)
SCENARIOS = ("What fails for another reason leaves nothing",)

do = changes.do_verb


def do_verb(session, mission, verb, request_id):
    try:
        do(session, mission, verb, request_id)
    except Problem:
        with transaction(mission.tenant_id) as own:
            audit.tell(own, "state_changed", f"mission.{verb}", "mission", mission.id)
        raise


if __name__ == "__main__":
    replace(changes, "do_verb", do_verb)
    start()
