from __future__ import annotations

from reference.core import calls
from reference.core.database import transaction
from reference.missions import api, changes
from tests.broken._starting import replace, start

RULE = "Only a mission that is created counts for its month. This platform counts each attempt to create one."
REQUIREMENTS = ("MIS-028", "MIS-036")
SCENARIOS = ("An attempt that is refused does not count for the month",)

read_body = calls.Visit.body
count = changes.count_creation


def body(visit, model):
    if model is api.NewMission:
        with transaction(visit.person.tenant_id) as session:
            count(session)
    return read_body(visit, model)


if __name__ == "__main__":
    replace(calls.Visit, "body", body)
    replace(changes, "count_creation", lambda session: None)
    start()
