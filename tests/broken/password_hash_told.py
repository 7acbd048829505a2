from __future__ import annotations

from reference.audit import rules
from tests.broken._starting import replace, start

RULE = "A change of a secret is told without it. This platform tells what it keeps of passwords."
REQUIREMENTS = ("AUD-012", "AUD-007")
SCENARIOS = ("A new password is told without it", "From the invitation to the first sign-in all is told, and nothing secret")


def change(field, before, after, *, secret):
    return {"field": field, "before": rules.plain(before), "after": rules.plain(after)}


if __name__ == "__main__":
    replace(rules, "change", change)
    start()
