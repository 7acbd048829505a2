from __future__ import annotations

from reference.jobs import api
from tests.broken._starting import replace, start

RULE = "What is active and what the numbers are is no job. This platform looks for jobs of that id."
REQUIREMENTS = ("JOB-029",)
SCENARIOS = ("What is active and what the numbers are is no job",)


if __name__ == "__main__":
    replace(api.router, "routes", sorted(api.router.routes, key=lambda route: "{" not in route.path))
    start()
