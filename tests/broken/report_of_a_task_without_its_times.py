from __future__ import annotations

from reference.reports import tables
from tests.broken._starting import replace, start

RULE = "The report of a task says when it was done. This platform's does not."
REQUIREMENTS = ("TSK-001",)
SCENARIOS = ("A worker does a task, and its report tells of it",)


if __name__ == "__main__":
    replace(tables, "moment", lambda value: "")
    start()
