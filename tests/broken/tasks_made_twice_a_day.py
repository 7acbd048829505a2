from __future__ import annotations

from reference.core import recurring
from tests.broken._starting import replace, start

RULE = "Tasks of the next day are made three times a day. This platform leaves the morning out."
REQUIREMENTS = ("TSK-002",)
SCENARIOS = ("Tasks of the next day are made by themselves, three times a day",)


if __name__ == "__main__":
    replace(recurring.RECURRING, "tasks.generate", recurring.Recurring("27 0,16 * * *"))
    start()
