from __future__ import annotations

from datetime import timedelta

from reference.accounts import rules
from tests.broken._starting import replace, start

RULE = "A refresh token is good for 7 days. This platform takes it however old it is."
REQUIREMENTS = ("ACC-002",)
SCENARIOS = ("A token is worth something for as long as it says, and no longer",)

def refresh_ends_at(moment=None):
    return rules.clock.now() + timedelta(days=3650)


if __name__ == "__main__":
    replace(rules, "refresh_ends_at", refresh_ends_at)
    start()
