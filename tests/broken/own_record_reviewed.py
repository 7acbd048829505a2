from __future__ import annotations

from reference.attendance import review_api
from reference.core.calls import record_id as id_of
from tests.broken._starting import replace, start

RULE = "Nobody reviews the own record. This platform lets everybody who reviews others'."
REQUIREMENTS = ("ATT-036",)
SCENARIOS = ("Nobody reviews the own record",)


def read(call, record_id, shape):
    with call.transaction() as session:
        review_api.visible(call, session, id_of(record_id))
    return call.change(shape)


if __name__ == "__main__":
    replace(review_api, "_read", read)
    start()
