from __future__ import annotations

from reference.core import identity
from tests.broken._starting import replace, start

RULE = "A cookie that is not used for an hour is over. This platform takes it for as long as any."
REQUIREMENTS = ("ACC-007",)
SCENARIOS = ("A browser that is not used for an hour is signed out",)


if __name__ == "__main__":
    replace(identity, "COOKIE_UNUSED", identity.COOKIE_AT_MOST)
    start()
