from __future__ import annotations

from reference.core import recurring
from tests.broken._starting import replace, start

RULE = "Tasks are closed at the full and at the half hour. This platform does it ten minutes before each."
REQUIREMENTS = ("TSK-007",)
SCENARIOS = ("It is closed by itself at the full and at the half hour",)


if __name__ == "__main__":
    replace(recurring.RECURRING, "tasks.auto_close", recurring.Recurring("20,50 * * * *"))
    start()
