from __future__ import annotations

from reference.core.database import transaction
from reference.work_orders import changes
from tests.broken._starting import replace, start

RULE = "A refused submission leaves no gap. This platform takes the number first."
REQUIREMENTS = ("WO-022",)
SCENARIOS = ("A refused submission leaves no gap, and a draft has no number",)

submit_with = changes.submit
take = changes.take_number


def submit(session, order, by, comment):
    with transaction(session.tenant_id) as apart:
        order.number = order.number or take(apart)
    submit_with(session, order, by, comment)


if __name__ == "__main__":
    replace(changes, "submit", submit)
    start()
