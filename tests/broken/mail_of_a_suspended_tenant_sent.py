from __future__ import annotations

from reference.core import tasks
from tests.broken._starting import replace, start

RULE = "What waits for a suspended tenant is left. This platform sends its mail."
REQUIREMENTS = ("TEN-022",)
SCENARIOS = (
    "No mail is sent for a suspended tenant",
    "No vendor is mailed for a suspended tenant",
    "For a suspended tenant no report is made, and others get theirs",
)


def may_begin(tenant_id):
    return True


if __name__ == "__main__":
    replace(tasks.TenantTask, "_may_begin", staticmethod(may_begin))
    start()
