from __future__ import annotations

import threading

from reference.core.errors import unavailable
from reference.exports import files
from tests.broken._starting import replace, start

RULE = "Exports at the same moment all succeed. This platform makes one at a time, and sends the others away."
REQUIREMENTS = ("EXP-059",)
SCENARIOS = ("Five exports at once are five equal files",)

make = files.render
busy = threading.Lock()


def render(*given, **named):
    if not busy.acquire(blocking=False):
        raise unavailable("exports")
    try:
        threading.Event().wait(0.1)
        return make(*given, **named)
    finally:
        busy.release()


if __name__ == "__main__":
    replace(files, "render", render)
    start()
