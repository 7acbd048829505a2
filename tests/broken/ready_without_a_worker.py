from __future__ import annotations

from reference.health import api
from tests.broken._starting import replace, start

RULE = "The platform is ready only while a worker lives. This one never looks."
REQUIREMENTS = ("API-001",)
SCENARIOS = ("Without a worker the platform lives, and is not ready",)


async def redis_and_worker():
    return {"redis": "up", "worker": "up"}


if __name__ == "__main__":
    replace(api, "_redis_and_worker", redis_and_worker)
    start()
