from __future__ import annotations

from reference.core import tenancy
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = "Before signing in nobody gets anywhere under a name that no tenant has. This platform goes on as if none was named."
REQUIREMENTS = ("TEN-016",)
SCENARIOS = ("Before signing in nobody gets anywhere under a name that no tenant has",)

find = tenancy.find


def find_or_go_on(slug):
    try:
        return find(slug)
    except Problem as problem:
        if problem.status == 410:
            raise
        return None


if __name__ == "__main__":
    replace(tenancy, "find", find_or_go_on)
    start()
