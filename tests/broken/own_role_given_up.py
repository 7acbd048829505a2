from __future__ import annotations

from reference.accounts import people
from tests.broken._starting import replace, start

RULE = "Nobody changes the own role or status. This platform lets administrators."
REQUIREMENTS = ("ACC-038",)
SCENARIOS = ("An administrator among several changes everybody's role but the own",)

def refuse_own_change(found, admins):
    """Nothing is."""


if __name__ == "__main__":
    replace(people, "refuse_own_change", refuse_own_change)
    start()
