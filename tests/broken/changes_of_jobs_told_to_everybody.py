from __future__ import annotations

from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "Of jobs hears who may see them. This platform tells everybody who watches the tenant."
REQUIREMENTS = ("RT-003",)
SCENARIOS = ("Who watches the tenant sees the changes of its jobs, if jobs may be seen",)


if __name__ == "__main__":
    replace(rules, "TOLD", {kind: needed for kind, needed in rules.TOLD.items() if kind != "job"})
    start()
