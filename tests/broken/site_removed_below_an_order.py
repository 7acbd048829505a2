from __future__ import annotations

from reference.work_orders import changes
from tests.broken._starting import replace, start

RULE = "A site at which an order is open stays. This platform removes it."
REQUIREMENTS = ("TEN-010",)
SCENARIOS = ("A site at which an order is open stays",)


def nothing(session, site_ids):
    return {}


if __name__ == "__main__":
    replace(changes.open_at_sites, "work orders", nothing)
    start()
