from __future__ import annotations

from reference.core import audit
from reference.core.database import transaction
from reference.core.errors import Problem
from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A creation that was refused leaves its refusal alone. This platform tells of the mission, too."
REQUIREMENTS = ("AUD-017",)
SCENARIOS = ("What is taken back leaves no event",)

count = changes.count_creation


def count_creation(session):
    try:
        count(session)
    except Problem:
        with transaction(session.tenant_id) as own:
            audit.tell(own, "created", "mission.create", "mission")
        raise


if __name__ == "__main__":
    replace(changes, "count_creation", count_creation)
    start()
