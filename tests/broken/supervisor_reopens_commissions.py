from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Only administrators reopen a commission. On this platform supervisors do."
REQUIREMENTS = ("SAL-020",)
SCENARIOS = ("Only an administrator reopens a commission",)


if __name__ == "__main__":
    replace(PERMISSIONS, "commissions.reopen", "AA-----")
    start()
