from __future__ import annotations

from sqlalchemy import select

from reference.audit import api
from reference.core.database import EVERY_TENANT, transaction
from reference.tenancy.records import Tenant
from tests.broken._starting import replace, start

RULE = "The check is about the own tenant's trail. This platform's finds another tenant's broken, too."
REQUIREMENTS = ("AUD-014",)
SCENARIOS = ("One tenant's broken trail leaves another's whole",)

checked = api.checked


def checked_everywhere(session):
    answer = checked(session)
    with transaction(EVERY_TENANT) as every:
        tenants = every.scalars(select(Tenant.id)).all()
    for tenant_id in tenants:
        with transaction(tenant_id) as other:
            found = checked(other)
        if not found.valid:
            return found
    return answer


if __name__ == "__main__":
    replace(api, "checked", checked_everywhere)
    start()
