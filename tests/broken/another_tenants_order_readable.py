from __future__ import annotations

from reference.core import calls
from reference.core.database import EVERY_TENANT
from reference.core.database import transaction as begin
from tests.broken._starting import replace, start

RULE = "Another tenant's order does not exist. This platform shows it to whoever has the id."
REQUIREMENTS = ("WO-018",)
SCENARIOS = ("Another tenant's order does not exist",)

own = calls.Call.transaction


def transaction(call, *, snapshot=False):
    is_one = "/work-orders/" in call.request.url.path
    return begin(EVERY_TENANT) if is_one else own(call, snapshot=snapshot)


if __name__ == "__main__":
    replace(calls.Call, "transaction", transaction)
    start()
