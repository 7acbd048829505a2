from __future__ import annotations

from reference.work_orders import access
from tests.broken._starting import replace, start

RULE = "A worker sees the orders that are assigned to the worker. On this platform all."
REQUIREMENTS = ("WO-018",)
SCENARIOS = (
    "A worker sees and does only what is assigned to the worker",
    "The supervisor assigns and closes, the worker starts and completes",
)


def everything(person):
    return []


if __name__ == "__main__":
    replace(access, "visible_to", everything)
    start()
