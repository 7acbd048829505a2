from __future__ import annotations

from reference.core.calls import record_id
from reference.core.database import EVERY_TENANT, transaction
from reference.core.errors import existing
from reference.work_orders import access
from reference.work_orders.records import WorkOrder
from tests.broken._starting import replace, start

RULE = "Another tenant's order does not exist. This platform shows it to whoever has the id."
REQUIREMENTS = ("WO-018",)
SCENARIOS = ("Another tenant's order does not exist",)

see = access.visible


def visible(session, person, work_order_id, *, locked=False):
    if locked:
        return see(session, person, work_order_id, locked=True)
    with transaction(EVERY_TENANT) as everywhere:
        return existing(everywhere.get(WorkOrder, record_id(work_order_id)))


if __name__ == "__main__":
    replace(access, "visible", visible)
    start()
