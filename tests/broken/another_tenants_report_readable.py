from __future__ import annotations

from types import SimpleNamespace

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import existing
from reference.missions import api, report_api
from reference.missions.records import Mission
from tests.broken._starting import replace, start

RULE = "Another tenant's report does not exist. This platform makes it for whoever knows the mission's id."
REQUIREMENTS = ("MIS-034",)
SCENARIOS = ("Another tenant's report does not exist",)


def visible(session, mission_id):
    with transaction(EVERY_TENANT) as every:
        found = existing(every.get(Mission, record_id(mission_id)))
    session.tenant_id = found.tenant_id
    return found


if __name__ == "__main__":
    replace(report_api, "api", SimpleNamespace(**vars(api) | {"visible": visible}))
    start()
