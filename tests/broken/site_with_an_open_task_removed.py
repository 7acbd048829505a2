from __future__ import annotations

from reference.site_tasks import changes
from tests.broken._starting import replace, start

RULE = "A site at which a task is open stays. This platform removes it."
REQUIREMENTS = ("TEN-010",)
SCENARIOS = ("A site with an open task stays until that one is completed",)


def none_open(session, site_ids):
    return {}


if __name__ == "__main__":
    replace(changes.open_at_sites, "tasks", none_open)
    start()
