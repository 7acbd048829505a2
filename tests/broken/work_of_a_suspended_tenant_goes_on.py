from __future__ import annotations

from reference.core import tenancy
from reference.missions import tasks
from tests.broken._starting import replace, start

RULE = "What waits for a suspended tenant is left. This platform surveys its targets."
REQUIREMENTS = ("TEN-022",)
SCENARIOS = ("What waits for a suspended tenant is left until it is activated",)

class Runner(tasks.Runner):
    def is_wanted(self):
        with tasks.transaction(self.tenant_id) as session:
            mission = session.get(tasks.Mission, self.mission_id)
        return mission is not None and mission.status == "running"


if __name__ == "__main__":
    replace(tenancy, "is_active", lambda tenant_id: True)
    replace(tasks, "Runner", Runner)
    start()
