from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "Before sign-in everybody at one address is counted together. This platform counts each tenant's apart."
REQUIREMENTS = ("API-044",)
SCENARIOS = ("Before sign-in everybody at one address is counted together",)

count = calls._count


def count_tenants(visit, who):
    count(visit, who + visit.header("x-tenant"))


if __name__ == "__main__":
    replace(calls, "_count", count_tenants)
    start()
