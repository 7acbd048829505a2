from __future__ import annotations

from reference.missions import changes
from tests.broken._starting import replace, start

RULE = "Each goal of a completed mission is achieved or missed. This platform leaves them pending."
REQUIREMENTS = ("MIS-016",)
SCENARIOS = ("Each goal of a completed mission is said to be achieved or missed",)


def judge(session, mission, names, numbers):
    pass


if __name__ == "__main__":
    replace(changes, "judge", judge)
    start()
