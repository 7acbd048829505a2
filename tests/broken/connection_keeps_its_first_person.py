from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "Each request on a connection is its own token's. This platform goes on with the token that came first."
REQUIREMENTS = ("TEN-033",)
SCENARIOS = ("Two tenants that use one connection in turn see their own records each time",)

header = calls.Visit.header
first = {}


def remembered(visit, name):
    found = header(visit, name)
    if name == "authorization" and found:
        return first.setdefault(visit.request.client, found)
    return found


if __name__ == "__main__":
    replace(calls.Visit, "header", remembered)
    start()
