from __future__ import annotations

from reference.realtime import gateway
from tests.broken._starting import replace, start

RULE = "Who unsubscribes sees nothing more of the topic. This platform confirms that and goes on sending."
REQUIREMENTS = ("RT-018",)
SCENARIOS = ("Who has enough of a mission is left in peace, and stays connected",)


class Gateway(gateway.Gateway):
    def unsubscribe(self, connection, ending, reason):
        connection.send("unsubscribed", None, {"topics": ending, "reason": reason})


if __name__ == "__main__":
    replace(gateway, "Gateway", Gateway)
    start()
