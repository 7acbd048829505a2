from __future__ import annotations

from reference.missions import rules
from tests.broken._starting import replace, start

RULE = "The platform goes to no network that is not allowed. This one does not look at the host of a web address."
REQUIREMENTS = ("MIS-030",)
SCENARIOS = ("Where the platform may not go it is not sent",)


def url_target(entry, allowed):
    return rules.TargetAddress(entry, entry)


if __name__ == "__main__":
    replace(rules, "_url_target", url_target)
    start()
