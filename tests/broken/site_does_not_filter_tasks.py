from __future__ import annotations

from reference.site_tasks import api
from reference.site_tasks.records import SiteTask
from tests.broken._starting import replace, start

RULE = "By a site its tasks are found. This platform finds all."
REQUIREMENTS = ("TEN-011",)
SCENARIOS = ("By a site its tasks are found, and by another tenant's none",)

equals = api.equals


def equals_but_for_sites(column, value):
    return [] if column is SiteTask.site_id else equals(column, value)


if __name__ == "__main__":
    replace(api, "equals", equals_but_for_sites)
    start()
