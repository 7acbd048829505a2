from __future__ import annotations

from reference.core import audit
from tests.broken._starting import replace, start

RULE = "A removal is told as every change is. This platform tells only of records that are still there."
REQUIREMENTS = ("AUD-002",)
SCENARIOS = ("Each thing that is done to a mission is told once, in its order", "What was deleted can be read in the trail")

told_of = audit._told_of


if __name__ == "__main__":
    replace(audit, "_told_of", lambda change: None if change.event_type == "deleted" else told_of(change))
    start()
