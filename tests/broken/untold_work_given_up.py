from __future__ import annotations

from reference.missions import tasks
from tests.broken._starting import replace, start

RULE = "Work that cannot be told waits until it can. This platform goes on as if it had been done, and loses what it found."
REQUIREMENTS = ("AUD-017",)
SCENARIOS = ("Work in the background waits until it can be told, and loses nothing",)

record = tasks.Runner._record


def record_or_go_on(runner, step, response):
    try:
        return record(runner, step, response)
    except Exception:
        with tasks.transaction(runner.tenant_id) as session:
            session.get_one(tasks.Target, step.target_id).steps_done += 1
        return runner._next_step()


if __name__ == "__main__":
    replace(tasks.Runner, "_record", record_or_go_on)
    start()
