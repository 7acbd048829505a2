from __future__ import annotations

from types import SimpleNamespace

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import existing
from reference.missions import api, findings_api
from reference.missions.records import Mission
from tests.broken._starting import replace, start

RULE = ("What belongs to another tenant's mission does not exist. This platform answers an empty list of findings where it "
        "knows the mission.")
REQUIREMENTS = ("MIS-033",)
SCENARIOS = ("Nothing that belongs to another tenant's mission can be read",)


def visible(session, mission_id):
    with transaction(EVERY_TENANT) as every:
        return existing(every.get(Mission, record_id(mission_id)))


if __name__ == "__main__":
    replace(findings_api, "api", SimpleNamespace(**vars(api) | {"visible": visible}))
    start()
