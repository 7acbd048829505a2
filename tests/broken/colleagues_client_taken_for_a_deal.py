from __future__ import annotations

from reference.sales import access
from reference.sales.records import Client
from tests.broken._starting import replace, start

RULE = "A deal is made with a client whom one sees. This platform takes a colleague's."
REQUIREMENTS = ("SAL-030",)
SCENARIOS = ("There is no deal with a client that one does not see",)

own_only = access.own_only


def own_deals_alone(call, kind):
    return [] if kind is Client else own_only(call, kind)


if __name__ == "__main__":
    replace(access, "own_only", own_deals_alone)
    start()
