from __future__ import annotations

from reference.realtime import rules
from reference.realtime.gateway import Gateway
from tests.broken._starting import replace, start

RULE = "Who unsubscribes does so on one connection. This platform ends the topic on all connections of the person."
REQUIREMENTS = ("RT-018",)
SCENARIOS = ("Who stops watching on one connection goes on watching on another",)

end = Gateway.unsubscribe


def unsubscribe(gateway, connection, ending, reason):
    for other in list(gateway.connections.values()):
        if other.person.person_id == connection.person.person_id:
            for topic in ending:
                gateway._forget(other, rules.channel_of(topic, connection.person.person_id))
    end(gateway, connection, ending, reason)


if __name__ == "__main__":
    replace(Gateway, "unsubscribe", unsubscribe)
    start()
