from __future__ import annotations

from reference.core.database import transaction
from reference.missions import changes, tasks
from tests.broken._starting import replace, start

RULE = "A paused mission leaves its targets alone. This platform goes on asking them."
REQUIREMENTS = ("MIS-007",)
SCENARIOS = ("A held mission leaves its targets alone and goes on where it was",)


class Runner(tasks.Runner):
    def _record(self, step, response):
        return super()._record(step, response) or self._next_step_while_paused()

    def _next_step_while_paused(self):
        with transaction(self.tenant_id) as session:
            mission = changes.lock(session, self.mission_id)
            return self._choose(session, mission) if mission.status == "paused" else None


if __name__ == "__main__":
    replace(tasks, "Runner", Runner)
    start()
