from __future__ import annotations

from reference.tickets import changes
from tests.broken._starting import replace, start

RULE = "A site stays while a ticket is open there. This platform does not count them."
REQUIREMENTS = ("TEN-010",)
SCENARIOS = ("A site stays while a ticket is open there",)


def none_open(session, site_ids):
    return {}


if __name__ == "__main__":
    replace(changes.open_at_sites, "tickets", none_open)
    start()
