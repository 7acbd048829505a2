from __future__ import annotations

from reference.jobs import changes
from tests.broken._starting import replace, start

RULE = "Who watches a job sees that it is cancelled. This platform says nothing."
REQUIREMENTS = ("RT-012",)
SCENARIOS = ("After a job was cancelled nothing more is seen of it",)


def cancel(session, job):
    changes.set_status(job, "cancelled")


if __name__ == "__main__":
    replace(changes, "cancel", cancel)
    start()
