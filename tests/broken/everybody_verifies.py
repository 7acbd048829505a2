from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Verifiers and administrators decide on payments. On this platform everybody does who sees one."
REQUIREMENTS = ("SAL-048",)
SCENARIOS = ("Only verifiers and administrators decide on a payment",)


if __name__ == "__main__":
    replace(PERMISSIONS, "payments.verify", "AA--AAA")
    start()
