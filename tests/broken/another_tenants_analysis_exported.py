from __future__ import annotations

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import existing
from reference.exports import api
from reference.projects.records import Analysis
from tests.broken._starting import replace, start

RULE = "Another tenant's analysis does not exist. This platform exports it to whoever has the id."
REQUIREMENTS = ("EXP-058",)
SCENARIOS = ("Nothing of another tenant's project is read, changed, deleted or exported",)


def analysis_of(session, analysis_id):
    with transaction(EVERY_TENANT) as everywhere:
        return existing(everywhere.get(Analysis, record_id(analysis_id)))


if __name__ == "__main__":
    replace(api, "analysis_of", analysis_of)
    start()
