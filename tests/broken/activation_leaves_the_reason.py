from __future__ import annotations

from reference.tenancy import api
from tests.broken._starting import replace, start

RULE = "Activating a tenant clears why it was suspended. This platform leaves the reason."
REQUIREMENTS = ("TEN-002",)
SCENARIOS = ("A tenant is active until it is suspended, and again when it is activated",)

change = api.change_status


def change_status(found, status, reason):
    before = found.suspension_reason
    change(found, status, reason)
    found.suspension_reason = reason or before


if __name__ == "__main__":
    replace(api, "change_status", change_status)
    start()
