from __future__ import annotations

from reference.core.database import EVERY_TENANT, transaction
from reference.realtime import topics
from tests.broken._starting import replace, start

RULE = "Another tenant's mission does not exist. This platform shows its state to whoever subscribes to it."
REQUIREMENTS = ("MIS-033", "RT-036")
SCENARIOS = ("Another tenant's mission cannot be watched",)

record = topics._record


def _record(session, person, kind, record_id):
    if kind != "mission":
        return record(session, person, kind, record_id)
    with transaction(EVERY_TENANT) as everywhere:
        return record(everywhere, person, kind, record_id)


if __name__ == "__main__":
    replace(topics, "_record", _record)
    start()
