from __future__ import annotations

from reference.accounts import people
from tests.broken._starting import replace, start

RULE = "Only active administrators count. This platform counts those who were let go."
REQUIREMENTS = ("ACC-039",)
SCENARIOS = ("Administrators who were let go do not count",)

def is_last_admin(found, admins):
    return found in admins and len(admins) == 1


if __name__ == "__main__":
    replace(people, "is_last_admin", is_last_admin)
    start()
