from __future__ import annotations

from reference.core.permissions import may
from reference.realtime import rules
from tests.broken._starting import replace, start

RULE = "A worker sees nothing of another's order. This platform tells every worker who watches the tenant."
REQUIREMENTS = ("WO-018",)
SCENARIOS = ("Who watches the tenant sees the orders that are for the own eyes",)


def may_see(person, channel, event):
    needed = rules.TOLD.get(event["type"].partition(".")[0])
    return channel != "tenant" or needed is None or may(person.role, needed, person.modules)


if __name__ == "__main__":
    replace(rules, "may_see", may_see)
    start()
