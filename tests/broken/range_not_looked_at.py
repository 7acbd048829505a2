from __future__ import annotations

from ipaddress import IPv4Network

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "No address of a range may lie where the platform may not go. This one looks at single addresses only."
REQUIREMENTS = ("MIS-030",)
SCENARIOS = ("Where the platform may not go it is not sent",)

spread = rules._range_targets


def range_targets(entry, allowed):
    return spread(entry, [IPv4Network("0.0.0.0/1"), IPv4Network("128.0.0.0/1")])


if __name__ == "__main__":
    replace(rules, "_range_targets", range_targets)
    start()
