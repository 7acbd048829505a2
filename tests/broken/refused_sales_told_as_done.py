from __future__ import annotations

from reference.core import audit
from reference.core.database import transaction
from reference.sales import access
from tests.broken._starting import replace, start

RULE = ("Of what was refused the trail tells no success. This platform tells of a deal before it is known to be "
        "possible.")
REQUIREMENTS = ("AUD-004",)
SCENARIOS = ("Of what was refused the trail tells no success",)

locked_deal = access.locked_deal


def locked_and_told(call, session, deal_id):
    with transaction(call.person.tenant_id) as other:
        audit.tell(other, "updated", "deal.update", "deal", deal_id)
    return locked_deal(call, session, deal_id)


if __name__ == "__main__":
    replace(access, "locked_deal", locked_and_told)
    start()
