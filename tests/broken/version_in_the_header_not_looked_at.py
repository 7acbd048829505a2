from __future__ import annotations

from reference.core.calls import Call
from tests.broken._starting import replace, start

RULE = ("A change made from a stale version is refused, however it names the version. This platform does not "
        "look at If-Match.")
REQUIREMENTS = ("MIS-020",)
SCENARIOS = ("A decision on what has changed meanwhile is refused",)


if __name__ == "__main__":
    replace(Call, "_if_match", lambda call: None)
    start()
