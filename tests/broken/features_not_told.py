from __future__ import annotations

from reference.health import api
from tests.broken._starting import replace, start

RULE = "The version information lists the platform's features. This platform leaves the list empty."
REQUIREMENTS = ("API-002",)
SCENARIOS = ("The version says which generation is current",)


if __name__ == "__main__":
    replace(api, "FEATURES", ())
    start()
