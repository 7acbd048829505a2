from __future__ import annotations

from datetime import timedelta

from reference.core import identity
from tests.broken._starting import replace, start

RULE = "A cookie is over after 12 hours, however much it is used. This platform takes it as long as it is used."
REQUIREMENTS = ("ACC-007",)
SCENARIOS = ("A browser is signed out after 12 hours, however much it is used",)


if __name__ == "__main__":
    replace(identity, "COOKIE_AT_MOST", timedelta(days=365))
    start()
