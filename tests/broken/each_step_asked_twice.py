from __future__ import annotations

from reference.missions import tasks
from tests.broken._starting import replace, start

RULE = "A target gets each request of a survey once. This platform asks twice and takes the second answer."
REQUIREMENTS = ("MIS-035",)
SCENARIOS = ("Of eight who start a mission at once one succeeds",)


class Runner(tasks.Runner):
    def _ask(self, step):
        super()._ask(step)
        return super()._ask(step)


if __name__ == "__main__":
    replace(tasks, "Runner", Runner)
    start()
