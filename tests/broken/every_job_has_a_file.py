from __future__ import annotations

from reference.jobs import rules
from tests.broken._starting import replace, start

RULE = "A job that exports nothing has no file. This platform says that it is not there yet."
REQUIREMENTS = ("JOB-027",)
SCENARIOS = ("A job that makes no file has none, whatever becomes of it",)


def makes_file(job_type, runner):
    return True


if __name__ == "__main__":
    replace(rules, "makes_file", makes_file)
    start()
