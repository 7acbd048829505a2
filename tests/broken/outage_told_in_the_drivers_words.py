from __future__ import annotations

from reference.core import application
from reference.core.errors import Problem
from tests.broken._starting import replace, start

RULE = "A refusal tells nothing of the inside. This platform passes on what the driver said of the outage."
REQUIREMENTS = ("API-057",)
SCENARIOS = ("Without PostgreSQL nothing is served, and nothing is told of the inside",)

said = []
is_unavailable = application.is_unavailable


def listen(error):
    said.append(str(error))
    return is_unavailable(error)


def unavailable(component):
    return Problem(503, "Service unavailable", f"{component} is not available: {said[-1]}", headers={"Retry-After": "5"})


if __name__ == "__main__":
    replace(application, "is_unavailable", listen)
    replace(application, "unavailable", unavailable)
    start()
