from __future__ import annotations

from reference.core import tenancy
from tests.broken._starting import replace, start

RULE = "Who names two tenants gets nowhere. This platform takes the one of the host."
REQUIREMENTS = ("TEN-018",)
SCENARIOS = ("Before signing in nobody gets anywhere at one tenant's host in the name of another",)

def named(host, header):
    return tenancy.named_by_host(host) or header.strip() or None


if __name__ == "__main__":
    replace(tenancy, "named", named)
    start()
