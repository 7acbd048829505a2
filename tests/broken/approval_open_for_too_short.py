from __future__ import annotations

from datetime import timedelta

from reference.core import clock
from reference.missions import approvals
from tests.broken._starting import replace, start

RULE = "Until its time is up a risky step can be approved. This platform calls an approval late an hour before."
REQUIREMENTS = ("MIS-012",)
SCENARIOS = ("Until its time is up a risky step can be approved",)


def is_late(approval):
    return approval.expires_at - timedelta(hours=1) <= clock.now()


if __name__ == "__main__":
    replace(approvals, "is_late", is_late)
    start()
