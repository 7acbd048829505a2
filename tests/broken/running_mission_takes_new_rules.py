from __future__ import annotations

from reference.missions import changes, tasks
from tests.broken._starting import replace, start

RULE = "A mission that runs keeps the rules it started with. This platform reads them anew before each step."
REQUIREMENTS = ("MIS-022",)
SCENARIOS = ("A mission that runs keeps the rules that it started with",)


class Runner(tasks.Runner):
    def _choose(self, session, mission):
        mission.rules = changes.frozen_rules(session, mission)
        return super()._choose(session, mission)


if __name__ == "__main__":
    replace(tasks, "Runner", Runner)
    start()
