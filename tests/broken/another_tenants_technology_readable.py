from __future__ import annotations

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import existing
from reference.projects import technologies_api
from reference.projects.records import Technology
from tests.broken._starting import replace, start

RULE = ("What is under another tenant's project does not exist. This platform shows its technologies to whoever has "
        "the id.")
REQUIREMENTS = ("EXP-058",)
SCENARIOS = ("Nothing of another tenant's project is read, changed, deleted or exported",)

find = technologies_api.technology_of


def technology_of(session, technology_id, *, locked=False):
    if locked:
        return find(session, technology_id, locked=True)
    with transaction(EVERY_TENANT) as everywhere:
        return existing(everywhere.get(Technology, record_id(technology_id)))


if __name__ == "__main__":
    replace(technologies_api, "technology_of", technology_of)
    start()
