from __future__ import annotations

from contextlib import contextmanager

from reference.missions import changes, tasks
from tests.broken._starting import replace, start

RULE = "A started mission is run by one worker. This platform hands it out twice."
REQUIREMENTS = ("MIS-035",)
SCENARIOS = ("Of eight who start a mission at once one succeeds",)

queue = changes.queue_run


def queue_run(session, mission, request_id):
    queue(session, mission, request_id)
    queue(session, mission, request_id)


@contextmanager
def only_runner(mission_id):
    yield True


if __name__ == "__main__":
    replace(changes, "queue_run", queue_run)
    replace(tasks, "only_runner", only_runner)
    start()
