from __future__ import annotations

from reference.core.permissions import PERMISSIONS
from tests.broken._starting import replace, start

RULE = "Verifiers and viewers only look at clients and deals. On this platform they change them."
REQUIREMENTS = ("SAL-047",)
SCENARIOS = (
    "Who may only look at clients neither adds nor changes one",
    "Who may only look at deals does nothing with one",
)


if __name__ == "__main__":
    replace(PERMISSIONS, "sales.write", "AA--OAA")
    start()
