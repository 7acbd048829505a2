from __future__ import annotations

from dataclasses import replace as changed

from reference.core import audit
from tests.broken._starting import replace, start

RULE = "A new record is told as one. This platform tells it as a change like any other."
REQUIREMENTS = ("AUD-002",)
SCENARIOS = ("What is made, changed and removed is told, whatever kind of record it is",)

told_of = audit._told_of


def told_as_a_change(change):
    told = told_of(change)
    return changed(told, event_type="updated") if told is not None and told.event_type == "created" else told


if __name__ == "__main__":
    replace(audit, "_told_of", told_as_a_change)
    start()
