from __future__ import annotations

from reference.core import recurring
from reference.core.database import transaction
from tests.broken._starting import replace, start

RULE = "What fails at one tenant is done for the others. This platform gives up for all that come after."
REQUIREMENTS = ("TKT-020",)
SCENARIOS = ("What fails at one tenant keeps no other's ticket from going up",)


def for_each(tenant_id, do):
    for each in recurring.tenants(tenant_id):
        with transaction(each) as session:
            do(session)


if __name__ == "__main__":
    replace(recurring, "for_each", for_each)
    start()
