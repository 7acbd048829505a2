from __future__ import annotations

from reference.sales import access
from tests.broken._starting import replace, start

RULE = "Looking changes nothing. On this platform a deal that is looked at has a new version."
REQUIREMENTS = ("SAL-028",)
SCENARIOS = ("Looking at sales changes nothing",)

deal = access.deal


def deal_looked_at(call, session, deal_id):
    found = deal(call, session, deal_id)
    if call.request.method == "GET":
        found.version += 1
    return found


if __name__ == "__main__":
    replace(access, "deal", deal_looked_at)
    start()
