from __future__ import annotations

from reference.core import clock
from reference.realtime import gateway
from tests.broken._starting import replace, start

RULE = "A pong returns the time that the ping carried. This platform only tells its own."
REQUIREMENTS = ("RT-024",)
SCENARIOS = ("A ping is answered, again and again",)


class Gateway(gateway.Gateway):
    def _pong(self, connection, message):
        connection.send("pong", None, {"server_time": clock.text(clock.now())})


if __name__ == "__main__":
    replace(gateway, "Gateway", Gateway)
    start()
