from __future__ import annotations

from reference.jobs import work
from tests.broken._starting import replace, start

RULE = "An archive holds an export of each analysis. This platform leaves out the last."
REQUIREMENTS = ("JOB-015",)
SCENARIOS = ("A batch of analyses becomes one archive",)

zipped = work.zipped


def zipped_but_for_the_last(contents):
    return zipped(dict(list(contents.items())[:-1]))


if __name__ == "__main__":
    replace(work, "zipped", zipped_but_for_the_last)
    start()
