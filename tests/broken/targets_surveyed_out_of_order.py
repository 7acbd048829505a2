from __future__ import annotations

from sqlalchemy import select

from reference.missions import tasks
from reference.missions.records import Target
from tests.broken._starting import replace, start

RULE = "Targets are surveyed in the order in which they were named. This platform begins with the last."
REQUIREMENTS = ("MIS-005",)
SCENARIOS = ("The targets are surveyed in the order in which they were named",)


class Runner(tasks.Runner):
    def _choose(self, session, mission):
        undone = select(Target).where(Target.mission_id == mission.id, Target.status.in_(("pending", "surveying")))
        target = session.scalars(undone.order_by(Target.position.desc())).first()
        if target is None or mission.phase != "surveying":
            return None
        target.status = "surveying"
        return tasks.Step(target.id, target.url, mission.rules[target.steps_done], 0.0)


if __name__ == "__main__":
    replace(tasks, "Runner", Runner)
    start()
