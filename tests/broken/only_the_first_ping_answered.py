from __future__ import annotations

from reference.realtime import gateway
from tests.broken._starting import replace, start

RULE = "Each ping is answered. This platform answers a connection's first."
REQUIREMENTS = ("RT-024",)
SCENARIOS = ("A ping is answered, again and again",)


class Gateway(gateway.Gateway):
    def _pong(self, connection, message):
        if not getattr(connection, "was_pinged", False):
            connection.was_pinged = True
            super()._pong(connection, message)


if __name__ == "__main__":
    replace(gateway, "Gateway", Gateway)
    start()
