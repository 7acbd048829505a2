from __future__ import annotations

from reference.core import limits
from tests.broken._starting import replace, start

RULE = "Sign-in is limited to 10 attempts a minute. This platform allows as many as of anything else."
REQUIREMENTS = ("API-043",)
SCENARIOS = ("The eleventh sign-in of a minute is refused, with the right password too",)


def limit_of(endpoint, path):
    return limits.GENERAL


if __name__ == "__main__":
    replace(limits, "limit_of", limit_of)
    start()
