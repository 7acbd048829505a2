from __future__ import annotations

from reference.accounts import api
from tests.broken._starting import replace, start

RULE = "A lock is over after 15 minutes. This platform keeps it until an administrator ends it."
REQUIREMENTS = ("ACC-019",)
SCENARIOS = ("After five wrong passwords even the right one is refused, for 15 minutes",)

def end_locks_that_are_over(session, *which):
    """They are never."""


if __name__ == "__main__":
    replace(api, "end_locks_that_are_over", end_locks_that_are_over)
    start()
