from __future__ import annotations

from reference.core import clock
from reference.realtime import gateway
from tests.broken._starting import replace, start

RULE = "A pong carries the server's time, not before the ping. This platform's says when the connection was made."
REQUIREMENTS = ("RT-024",)
SCENARIOS = ("A ping is answered, again and again",)


class Gateway(gateway.Gateway):
    async def admit(self, connection):
        connection.made_at = clock.text(clock.now())
        return await super().admit(connection)

    def _pong(self, connection, message):
        own_time = {"client_time": message["client_time"]} if "client_time" in message else {}
        connection.send("pong", None, {"server_time": connection.made_at, **own_time})


if __name__ == "__main__":
    replace(gateway, "Gateway", Gateway)
    start()
