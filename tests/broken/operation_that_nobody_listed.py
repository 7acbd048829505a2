from __future__ import annotations

from reference.health import api
from tests.broken._starting import replace, start

RULE = "Of each operation somebody said who may use it. This platform offers one of which nobody did."
REQUIREMENTS = ("ACC-031",)
SCENARIOS = ("Nothing is offered of which nobody said who may do it",)


def with_one_more(router):
    router.add_api_route("/health/secrets", api.live, methods=["GET"], response_model=api.Alive)
    return router


if __name__ == "__main__":
    replace(api, "router", with_one_more(api.router))
    start()
