from __future__ import annotations

from datetime import timedelta

from reference.audit import rules
from tests.broken._starting import replace, start

RULE = "What is told of attendance is kept for six years. This platform keeps it for 90 days like all else."
REQUIREMENTS = ("AUD-011",)
SCENARIOS = ("What is told of attendance stays for six years, and not a day longer",)


def ninety_days(_chain, at):
    return at + timedelta(days=rules.KEPT_DAYS)


if __name__ == "__main__":
    replace(rules, "kept_until", ninety_days)
    start()
