from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Administrators send money back. On this platform everybody does who sees the payment."
REQUIREMENTS = ("SAL-017",)
SCENARIOS = ("Only administrators send money back",)


if __name__ == "__main__":
    replace(PERMISSIONS, "payments.refund", "AA--AAA")
    start()
