from __future__ import annotations

from reference.realtime.gateway import Gateway
from tests.broken._starting import replace, start

RULE = "A pong returns the time that the ping carried. This platform takes 0 for none."
REQUIREMENTS = ("RT-024",)
SCENARIOS = ("The time of a ping may be nought",)

pong = Gateway._pong


def _pong(gateway, connection, message):
    pong(gateway, connection, {name: value for name, value in message.items() if value})


if __name__ == "__main__":
    replace(Gateway, "_pong", _pong)
    start()
