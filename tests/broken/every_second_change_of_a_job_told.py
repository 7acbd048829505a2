from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "Each change of a job is seen. This platform tells of every second percent."
REQUIREMENTS = ("RT-049",)
SCENARIOS = ("Fifty changes in quick succession are fifty frames, in order",)

set_progress = changes.set_progress


def set_every_second(session, job, progress, current_step):
    if progress % 2:
        job.progress, job.current_step = progress, current_step
    else:
        set_progress(session, job, progress, current_step)


if __name__ == "__main__":
    replace(changes, "set_progress", set_every_second)
    start()
