from __future__ import annotations

from ipaddress import IPv4Network

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "A mission has at most 256 targets in all. This platform counts those of each entry alone."
REQUIREMENTS = ("MIS-027",)
SCENARIOS = ("A mission has at least one target and at most 256",)

range_of = rules._range_targets


def range_targets(entry, allowed):
    targets = range_of(entry, allowed)
    if IPv4Network(entry).num_addresses > 256:
        raise rules.ScopeFault("out_of_range", "A range holds at most 256 addresses.")
    return targets


if __name__ == "__main__":
    replace(rules, "_range_targets", range_targets)
    replace(rules, "MOST_TARGETS", 100 * 256)
    start()
