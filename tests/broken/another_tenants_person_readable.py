from __future__ import annotations

from reference.core import calls
from reference.core.database import EVERY_TENANT
from reference.core.database import transaction as begin
from tests.broken._starting import replace, start

RULE = "Another tenant's person does not exist. This platform shows whoever has the id."
REQUIREMENTS = ("TEN-026",)
SCENARIOS = ("Nothing of another tenant can be had, changed or removed by its id",)

own = calls.Call.transaction


def transaction(call, *, snapshot=False):
    return begin(EVERY_TENANT) if "/people/" in call.request.url.path else own(call, snapshot=snapshot)


if __name__ == "__main__":
    replace(calls.Call, "transaction", transaction)
    start()
