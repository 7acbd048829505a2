from __future__ import annotations

from reference.missions import probe
from tests.broken._starting import replace, start

RULE = "A target is unreachable when it has not answered three times. This platform gives it up after once."
REQUIREMENTS = ("MIS-038",)
SCENARIOS = ("A target that does not answer twice and then does is surveyed",)


if __name__ == "__main__":
    replace(probe, "TRIES", 1)
    start()
