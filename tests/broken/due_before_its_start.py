from __future__ import annotations

from reference.work_orders import rules
from tests.broken._starting import replace, start

RULE = "An order is due after its planned start. This platform does not look."
REQUIREMENTS = ("WO-016",)
SCENARIOS = ("An order is due after its planned start",)

find = rules.faults_of


def faults_of(fields):
    return [fault for fault in find(fields) if fault.field != "due_at"]


if __name__ == "__main__":
    replace(rules, "faults_of", faults_of)
    start()
