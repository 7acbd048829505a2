from __future__ import annotations

from reference.core import calls
from reference.core.database import EVERY_TENANT
from reference.core.database import transaction as begin
from tests.broken._starting import replace, start

RULE = "A tenant's trail is nothing that another can see. This platform shows the events of all tenants."
REQUIREMENTS = ("AUD-016",)
SCENARIOS = ("The trail of a tenant is nothing that another tenant's administrator can see",)

own = calls.Call.transaction


def transaction(call, *, snapshot=False):
    if "/audit/events" in call.request.url.path and snapshot:
        return begin(EVERY_TENANT, snapshot=True)
    return own(call, snapshot=snapshot)


if __name__ == "__main__":
    replace(calls.Call, "transaction", transaction)
    start()
