from __future__ import annotations

from reference.work_orders import vendor_api
from tests.broken._starting import replace, start

RULE = "A link is for one order. This platform takes answers to the lines of another with it."
REQUIREMENTS = ("WO-019",)
SCENARIOS = ("A link opens no other order",)


def take_all(order, wanted):
    pass


if __name__ == "__main__":
    replace(vendor_api, "refuse_strange_answers", take_all)
    start()
