from __future__ import annotations

from reference.core import audit
from tests.broken._starting import replace, start

RULE = "What was done once is told once. This platform tells of each change of a state twice."
REQUIREMENTS = ("AUD-002", "AUD-017")
SCENARIOS = ("Each thing that is done to a mission is told once, in its order",
             "Of eight starts at the same moment the trail tells the one that was")

append = audit._append


def append_twice(session, tenant_id, chain, told):
    append(session, tenant_id, chain, [each for one in told
                                       for each in [one] * (2 if one.event_type == "state_changed" else 1)])


if __name__ == "__main__":
    replace(audit, "_append", append_twice)
    start()
