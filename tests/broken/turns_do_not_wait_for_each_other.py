from __future__ import annotations

from contextlib import nullcontext

from reference.core import lock
from tests.broken._starting import replace, start

RULE = "Turns of one conversation wait for each other. On this platform they do not."
REQUIREMENTS = ("CON-031",)
SCENARIOS = ("Six questions at the same moment are answered one after another",)


def held(name, **_):
    return nullcontext()


if __name__ == "__main__":
    replace(lock, "held", held)
    start()
