from __future__ import annotations

from reference.audit import rules
from tests.broken._starting import replace, start

RULE = "An event tells each value before and after. This platform tells only what is now."
REQUIREMENTS = ("AUD-001",)
SCENARIOS = ("A change is told with what was before and what is after",
             "A change is told with who, from where, by which request and when")

change = rules.change


def change_without_before(field, before, after, *, secret):
    return change(field, None, after, secret=secret)


if __name__ == "__main__":
    replace(rules, "change", change_without_before)
    start()
