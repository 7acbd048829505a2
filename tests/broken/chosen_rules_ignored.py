from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "A mission applies the rules that were chosen for it. This platform applies all that it knows."
REQUIREMENTS = ("MIS-011",)
SCENARIOS = ("After a rejection the risky step is left out and the mission goes on",)

freeze = changes.frozen_rules


def frozen_rules(session, mission):
    chosen, mission.rule_ids = mission.rule_ids, None
    applied = freeze(session, mission)
    mission.rule_ids = chosen
    return applied


if __name__ == "__main__":
    replace(changes, "frozen_rules", frozen_rules)
    start()
