from __future__ import annotations

from reference.realtime import gateway
from tests.broken._starting import replace, start

RULE = "Who unsubscribes stays connected. This platform closes the connection."
REQUIREMENTS = ("RT-018",)
SCENARIOS = ("Who has enough of a mission is left in peace, and stays connected",)


class Gateway(gateway.Gateway):
    def unsubscribe(self, connection, ending, reason):
        super().unsubscribe(connection, ending, reason)
        if reason == "asked":
            connection.close(1000)


if __name__ == "__main__":
    replace(gateway, "Gateway", Gateway)
    start()
