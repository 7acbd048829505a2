from __future__ import annotations

from reference.site_tasks import rules
from tests.broken._starting import replace, start

RULE = "A site counts its open tasks. This platform counts those that are completed, too."
REQUIREMENTS = ("TEN-013",)
SCENARIOS = ("A site counts what is open at it, and nothing of another tenant",)


if __name__ == "__main__":
    replace(rules, "OPEN", (*rules.OPEN, "completed"))
    start()
