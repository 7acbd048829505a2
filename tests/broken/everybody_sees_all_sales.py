from __future__ import annotations

from reference.sales import access
from tests.broken._starting import replace, start

RULE = "A salesperson sees the own clients and deals. On this platform everybody sees all."
REQUIREMENTS = ("SAL-046",)
SCENARIOS = (
    "A colleague's client does not exist for a salesperson",
    "A colleague's deal and what belongs to it do not exist for a salesperson",
)


def sees_all(call):
    return True


if __name__ == "__main__":
    replace(access, "sees_all", sees_all)
    start()
