from __future__ import annotations

from reference.core import server
from tests.broken._starting import replace, start

RULE = "A platform that is told to leave ends the calls in hand. This one breaks them off."
REQUIREMENTS = ("API-060",)
SCENARIOS = ("A platform that is told to leave finishes what it has in hand",)

leave = server.Server.shutdown


async def shutdown(self, sockets=None):
    for call in list(self.server_state.tasks):
        call.cancel()
    await leave(self, sockets)


if __name__ == "__main__":
    replace(server.Server, "shutdown", shutdown)
    start()
