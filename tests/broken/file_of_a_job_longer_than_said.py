from __future__ import annotations

from reference.jobs import work
from reference.jobs.records import JobFile
from tests.broken._starting import replace, start

RULE = "The file is what its result says. This platform adds a line to it."
REQUIREMENTS = ("JOB-015", "JOB-027")
SCENARIOS = ("An export job brings the file that an export would", "Before it is completed an export job has no file yet")


class LongerFile(JobFile):
    def __init__(self, content, **fields):
        super().__init__(content=content + b"\n", **fields)


if __name__ == "__main__":
    replace(work, "JobFile", LongerFile)
    start()
