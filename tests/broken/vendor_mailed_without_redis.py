from __future__ import annotations

from reference.core import stores
from tests.broken._starting import replace, start

RULE = "Without Redis no vendor is mailed. This platform says that it is, and ends the link that is good."
REQUIREMENTS = ("API-058",)
SCENARIOS = ("Without Redis no vendor is mailed anew, and the first link stays good",)


def always():
    return True


if __name__ == "__main__":
    replace(stores, "queue_is_up", always)
    start()
