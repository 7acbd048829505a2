from __future__ import annotations

from reference.tickets import rules
from tests.broken._starting import replace, start

RULE = "The times of a category rise with its levels. This platform takes any."
REQUIREMENTS = ("TKT-008",)
SCENARIOS = ("The times of a category rise with its levels, and each level is there once",)


def rise(times):
    return True


if __name__ == "__main__":
    replace(rules, "rise", rise)
    start()
