from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "A goal that was missed is called missed. This platform calls every goal achieved."
REQUIREMENTS = ("MIS-016",)
SCENARIOS = ("Each goal of a completed mission is said to be achieved or missed",)


def judge_goal(name, unreachable, severities):
    return True


if __name__ == "__main__":
    replace(rules, "judge_goal", judge_goal)
    start()
