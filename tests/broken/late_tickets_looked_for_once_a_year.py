from __future__ import annotations

from reference.core import recurring
from tests.broken._starting import replace, start

RULE = "The platform looks for late tickets twice an hour. This one looks at the turn of the year."
REQUIREMENTS = ("TKT-002",)
SCENARIOS = ("The platform looks for late tickets by itself, at a quarter past and a quarter to each hour",)


if __name__ == "__main__":
    replace(recurring.RECURRING, "tickets.escalate", recurring.Recurring("0 * 1 1 *", "high"))
    start()
