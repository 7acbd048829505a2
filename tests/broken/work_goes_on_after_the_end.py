from __future__ import annotations

import time

from reference.missions import tasks
from tests.broken._starting import replace, start

RULE = "A mission that has ended keeps no worker busy. This platform's worker stays with it for half a minute."
REQUIREMENTS = ("SUI-081",)
SCENARIOS = ("Nothing of a scenario stays behind",)


class Runner(tasks.Runner):
    def run(self):
        super().run()
        if not self.is_wanted():
            time.sleep(30)


if __name__ == "__main__":
    replace(tasks, "Runner", Runner)
    start()
