from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = ("The goal no_high_findings is missed where there is a finding of high severity. This platform always calls it "
        "achieved.")
REQUIREMENTS = ("MIS-016",)
SCENARIOS = ("Each goal of a completed mission is said to be achieved or missed",)

judge = rules.judge_goal


def judge_goal(name, unreachable, severities):
    return name == "no_high_findings" or judge(name, unreachable, severities)


if __name__ == "__main__":
    replace(rules, "judge_goal", judge_goal)
    start()
