from __future__ import annotations

from uvicorn import Config

from reference.core import server
from tests.broken._starting import replace, start

RULE = "A platform that is told to leave ends the calls in hand. This one breaks them off."
REQUIREMENTS = ("API-060",)
SCENARIOS = ("A platform that is told to leave finishes what it has in hand",)


class Hasty(Config):
    def __init__(self, app, **named):
        super().__init__(app, **named | {"timeout_graceful_shutdown": 0})


if __name__ == "__main__":
    replace(server.uvicorn, "Config", Hasty)
    start()
