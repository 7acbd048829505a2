from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "What a runner reports stands in its job. This platform forgets the step."
REQUIREMENTS = ("JOB-004", "JOB-016")
SCENARIOS = (
    "What a runner reports stands in its job",
    "A batch of three repositories shows each third of its way, and has an analysis of each",
)

set_progress = changes.set_progress


def set_percent(session, job, progress, current_step):
    set_progress(session, job, progress, None)


if __name__ == "__main__":
    replace(changes, "set_progress", set_percent)
    start()
