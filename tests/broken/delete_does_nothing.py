from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A deleted mission is unknown. This platform accepts the deletion and keeps the mission."
REQUIREMENTS = ("MIS-003", "DAT-002",)
SCENARIOS = (
    "A mission is created, read, renamed and deleted",
    "A mission stands in PostgreSQL exactly as it was answered",
)


def delete(session, mission):
    pass


if __name__ == "__main__":
    replace(changes, "delete", delete)
    start()
