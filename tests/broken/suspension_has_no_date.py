from __future__ import annotations

from reference.tenancy import api
from tests.broken._starting import replace, start

RULE = "A suspension says since when. This platform keeps no date."
REQUIREMENTS = ("TEN-001",)
SCENARIOS = ("A tenant is active until it is suspended, and again when it is activated",)

change = api.change_status


def change_status(found, status, reason):
    change(found, status, reason)
    found.suspended_at = None


if __name__ == "__main__":
    replace(api, "change_status", change_status)
    start()
