from __future__ import annotations

from reference.attendance import check_outs, fence, punches
from tests.broken._starting import replace, start

RULE = "Who leaves from outside the fence has left. This platform keeps people in."
REQUIREMENTS = ("ATT-001",)
SCENARIOS = ("Who leaves from elsewhere has left, and that is marked",)

judge = fence.judge


def strict(site, latitude, longitude):
    judged = judge(site, latitude, longitude)
    if not judged.inside:
        punches.refuse_outside(judged)
    return judged


if __name__ == "__main__":
    replace(check_outs.fence, "judge", strict)
    start()
