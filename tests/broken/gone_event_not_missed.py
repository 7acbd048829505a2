from __future__ import annotations

from reference.audit import rules
from tests.broken._starting import replace, start

RULE = "An event that is gone is missed. This platform's check looks only at those that are there."
REQUIREMENTS = ("AUD-014",)
SCENARIOS = ("An event that is gone is missed, be it in the middle or the last",)


def look_at_each(head, events):
    for checked, event in enumerate(events):
        if rules.hash_of(event) != event["hash"]:
            return checked, rules.Break(event["sequence"], event["id"])
    return head.sequence if head else 0, None


if __name__ == "__main__":
    replace(rules, "first_break", look_at_each)
    start()
