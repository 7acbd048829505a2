from __future__ import annotations

from reference.core import calls, tenancy
from tests.broken._starting import replace, start

RULE = ("Who is signed in at one tenant is refused in the name of another. This platform does not look at X-Tenant "
        "then.")
REQUIREMENTS = ("TEN-017",)
SCENARIOS = ("Who is signed in at one tenant gets nowhere under the name of another",)


def named_tenant(visit):
    return tenancy.named(visit.header("host"), "" if visit.header("authorization") else visit.header("x-tenant"))


if __name__ == "__main__":
    replace(calls.Visit, "named_tenant", named_tenant)
    start()
