from __future__ import annotations

from reference.missions import approvals
from tests.broken._starting import replace, start

RULE = "A mission goes on without the step that nobody decides in time. This platform waits for ever."
REQUIREMENTS = ("MIS-012",)
SCENARIOS = ("A risky step that nobody decides in time is left out",)


def expire(session, mission):
    pass


if __name__ == "__main__":
    replace(approvals, "expire", expire)
    start()
