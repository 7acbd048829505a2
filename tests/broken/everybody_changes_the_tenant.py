from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Only administrators change the settings of the tenant. This platform lets everybody."
REQUIREMENTS = ("ACC-036",)
SCENARIOS = ("Only administrators change the tenant's settings",)


if __name__ == "__main__":
    replace(PERMISSIONS, "tenant.manage", "AAAAAAA")
    start()
