from __future__ import annotations

from reference.core import calls
from tests.broken._starting import replace, start

RULE = "A body of more than 10 MB is refused. This platform reads on."
REQUIREMENTS = ("API-036",)
SCENARIOS = ("A body of 10 MB is read, and one byte more is not",)


if __name__ == "__main__":
    replace(calls, "BODY_LIMIT", 10**9)
    start()
