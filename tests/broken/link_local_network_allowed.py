from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "Link-local addresses are refused always. This platform allows them where a network is allowed."
REQUIREMENTS = ("MIS-030",)
SCENARIOS = ("Where the platform may not go it is not sent",)


def is_allowed(address, allowed):
    return any(address in network for network in allowed)


if __name__ == "__main__":
    replace(rules, "is_allowed", is_allowed)
    start()
