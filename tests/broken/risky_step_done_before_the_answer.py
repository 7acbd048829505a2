from __future__ import annotations

from contextlib import suppress

from reference.core.settings import settings
from reference.missions import approvals, probe, rules
from tests.broken._starting import replace, start

RULE = ("A risky step is done only once somebody has approved it. This platform asks the target meanwhile, to have the "
        "answer ready.")
REQUIREMENTS = ("MIS-004", "MIS-011", "MIS-012")
SCENARIOS = (
    "A risky step is done only once a supervisor has approved it",
    "After a rejection the risky step is left out and the mission goes on",
    "A risky step that nobody decides in time is left out",
    "A mission that is ended while it waits asks for nothing any more",
)

hold = approvals.ask


def ask(session, mission, target, rule):
    hold(session, mission, target, rule)
    with suppress(probe.NoAnswer):
        probe.ask(rules.address_of_step(target.url, rule["check"]), mission.request_id, settings().allowed_networks)


if __name__ == "__main__":
    replace(approvals, "ask", ask)
    start()
