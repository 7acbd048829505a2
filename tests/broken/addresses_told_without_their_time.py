from __future__ import annotations

from reference.analytics import figures
from tests.broken._starting import replace, start

RULE = "Of each address it is told how long its answers take on average. This platform says a millisecond of all."
REQUIREMENTS = ("ANA-007",)
SCENARIOS = ("An address that is slow to answer is told to be",)

routes = figures.routes


def quick(session, first, last):
    return [each.model_copy(update={"avg_response_ms": 1.0}) for each in routes(session, first, last)]


if __name__ == "__main__":
    replace(figures, "routes", quick)
    start()
