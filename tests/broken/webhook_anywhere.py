from __future__ import annotations

from reference.core import networks
from tests.broken._starting import replace, start

RULE = "The platform posts only where it may turn to. This platform takes every address."
REQUIREMENTS = ("PLG-014",)
SCENARIOS = ("The platform posts only into the networks that it may call",)


if __name__ == "__main__":
    replace(networks, "is_allowed", lambda address, allowed: True)
    start()
