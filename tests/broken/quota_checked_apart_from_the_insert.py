from __future__ import annotations

import time
from contextlib import suppress

from reference.core.errors import Problem
from reference.missions import changes
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = ("Of missions created at once exactly as many are created as are left. This platform looks how many are left, and "
        "counts them later.")
REQUIREMENTS = ("MIS-036",)
SCENARIOS = ("Of twenty missions created at once exactly as many are created as are left",)

BETWEEN_SECONDS = 0.1  # makes sure that some look before others count
count = changes.count_creation


def count_creation(session):
    tenant = session.get_one(Tenant, session.tenant_id)
    if tenant.missions_this_month >= tenant.missions_per_month:
        raise Problem(403, "Mission quota reached", "The tenant has made all its missions of this month.")
    time.sleep(BETWEEN_SECONDS)
    with suppress(Problem):  # the last that counts may find none left
        count(session)


if __name__ == "__main__":
    replace(changes, "count_creation", count_creation)
    start()
