from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A mission is read with every field as it was sent. This platform forgets the description."
REQUIREMENTS = ("MIS-003",)
SCENARIOS = ("A mission is created, read, renamed and deleted",)

store = changes.create


def create(session, mission, targets):
    mission.description = ""
    store(session, mission, targets)


if __name__ == "__main__":
    replace(changes, "create", create)
    start()
