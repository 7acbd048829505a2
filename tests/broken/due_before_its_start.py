from __future__ import annotations

from datetime import timedelta

from reference.work_orders import changes, rules
from tests.broken._starting import replace, start

RULE = "An order that is due before its planned start is refused. This platform puts that right without a word."
REQUIREMENTS = ("WO-016",)
SCENARIOS = ("An order is due after its planned start",)

find = rules.faults_of
keep = changes.stored


def faults_of(fields):
    return [fault for fault in find(fields) if fault.field != "due_at"]


def stored(fields):
    begin, due = fields.get("planned_start"), fields.get("due_at")
    is_early = begin is not None and due is not None and due <= begin
    return keep({**fields, "due_at": begin + timedelta(hours=1)} if is_early else fields)


if __name__ == "__main__":
    replace(rules, "faults_of", faults_of)
    replace(changes, "stored", stored)
    start()
