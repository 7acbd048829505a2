from __future__ import annotations

from reference.missions import probe
from tests.broken._starting import replace, start

RULE = "A target's answer is read up to 1 MiB. This platform reads its first 64 KiB."
REQUIREMENTS = ("MIS-009",)
SCENARIOS = ("A long page is read to its end",)


if __name__ == "__main__":
    replace(probe, "BODY_LIMIT", 64 * 1024)
    start()
