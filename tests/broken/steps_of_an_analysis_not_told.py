from __future__ import annotations

from reference.jobs.run import Run
from tests.broken._starting import replace, start

RULE = "Who watches a job sees each of its steps. This platform tells of its end alone."
REQUIREMENTS = ("RT-011",)
SCENARIOS = ("Who watches a job sees it being done from its beginning to its end",)


def step(self, progress, words):
    return None


if __name__ == "__main__":
    replace(Run, "step", step)
    start()
