from __future__ import annotations

from reference.health import api
from tests.broken._starting import replace, start

RULE = "Readiness names PostgreSQL, Redis and the worker. This platform leaves the worker out."
REQUIREMENTS = ("API-001",)
SCENARIOS = ("Liveness, readiness and version answer without signing in",)


def ready(components):
    return {"components": components.model_dump(exclude={"worker"})}


if __name__ == "__main__":
    replace(api, "Ready", ready)
    start()
