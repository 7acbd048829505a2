from __future__ import annotations

from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import Fault, faulty
from reference.jobs import api
from tests.broken._starting import replace, start

RULE = "Another tenant's project is unknown like nobody's. This platform tells them apart."
REQUIREMENTS = ("JOB-032",)
SCENARIOS = ("A job of an unknown project is not made, be the project nobody's or another tenant's",)

referred = api.referred


def told_apart(session, kind, record_id, field):
    with transaction(EVERY_TENANT) as everywhere:
        found = everywhere.get(kind, record_id)
    if found is not None and found.tenant_id != session.tenant_id:
        raise faulty([Fault(field, "not_allowed", "This is another tenant's.")])
    return referred(session, kind, record_id, field)


if __name__ == "__main__":
    replace(api, "referred", told_apart)
    start()
