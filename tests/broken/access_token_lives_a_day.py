from __future__ import annotations

from reference.core import identity
from tests.broken._starting import replace, start

RULE = "An access token is good for an hour. This platform's is good for a day."
REQUIREMENTS = ("ACC-002",)
SCENARIOS = ("Somebody signs in with the right password",)


if __name__ == "__main__":
    replace(identity, "ACCESS_SECONDS", 24 * 3600)
    start()
