from __future__ import annotations

from reference.core.database import transaction
from reference.core.errors import Problem
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A refused verb changes nothing. This platform counts the attempt as a change of the mission."
REQUIREMENTS = ("MIS-015",)
SCENARIOS = ("A mission that was ended can be neither ended again nor taken up",)

do = changes.do_verb


def do_verb(session, mission, verb, request_id):
    try:
        do(session, mission, verb, request_id)
    except Problem:
        session.rollback()
        with transaction(mission.tenant_id) as other:
            changes.lock(other, mission.id).attempt += 1
        raise


if __name__ == "__main__":
    replace(changes, "do_verb", do_verb)
    start()
