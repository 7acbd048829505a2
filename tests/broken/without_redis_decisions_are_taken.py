from __future__ import annotations

from reference.core import lock, stores
from tests.broken._starting import replace, start

RULE = "Without Redis nobody can decide, since no worker would go on. This platform takes the decision."
REQUIREMENTS = ("API-058",)
SCENARIOS = ("Without Redis nobody can decide about what a mission asks",)

hold = lock.held


def held(name, *, needed):
    return hold(name, needed=False)


def queue_is_up():
    return True


if __name__ == "__main__":
    replace(lock, "held", held)
    replace(stores, "queue_is_up", queue_is_up)
    start()
