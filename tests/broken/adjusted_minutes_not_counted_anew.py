from __future__ import annotations

from reference.attendance import review
from tests.broken._starting import replace, start

RULE = "Who adjusts a record has its minutes counted anew. This platform changes the times alone."
REQUIREMENTS = ("ATT-033",)
SCENARIOS = ("Who adjusts has all minutes counted anew",)


def adjust(session, record, times):
    for name, moment in times.items():
        setattr(record, name, moment)


if __name__ == "__main__":
    replace(review, "adjust", adjust)
    start()
