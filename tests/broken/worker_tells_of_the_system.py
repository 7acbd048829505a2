from __future__ import annotations

from reference.core.cause import Cause
from tests.broken._starting import replace, start

RULE = "What is done in the background is told of who wanted it. This platform tells it as the system's doing."
REQUIREMENTS = ("AUD-008",)
SCENARIOS = ("What is done in the background is told of who wanted it",
             "What the schedule does is told of the system, and what follows of who wanted the work")

of_task = Cause.of_task


if __name__ == "__main__":
    replace(Cause, "of_task", lambda handed_on, task_id: of_task(None, task_id))
    start()
