from __future__ import annotations

from reference.accounts import people
from tests.broken._starting import replace, start

RULE = "A tenant keeps an active administrator. This platform lets the last one go."
REQUIREMENTS = ("ACC-039",)
SCENARIOS = ("A tenant's last administrator stays", "Two administrators who demote each other at once do not both succeed")

def is_last_admin(found, admins):
    return False


def refuse_own_change(found, admins):
    """Nothing is."""


if __name__ == "__main__":
    replace(people, "is_last_admin", is_last_admin)
    replace(people, "refuse_own_change", refuse_own_change)
    start()
