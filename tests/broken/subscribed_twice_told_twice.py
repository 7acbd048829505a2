from __future__ import annotations

from reference.core.answers import as_json
from reference.realtime import rules
from reference.realtime.gateway import Gateway
from tests.broken._starting import replace, start

RULE = "Who subscribes twice sees each change once. This platform sends it for each time."
REQUIREMENTS = ("RT-015",)
SCENARIOS = ("Who watches a mission twice is told of each change once",)

subscribe_to, hand = Gateway.subscribe, Gateway._hand_over


async def subscribe(gateway, connection, wanted):
    again = [topic for topic in wanted if rules.channel_of(topic, connection.person.person_id) in connection.subscriptions]
    connection.__dict__.setdefault("doubled", set()).update(again)
    await subscribe_to(gateway, connection, wanted)


async def hand_over(gateway, connection, subscription, event):
    is_new = subscription.last is not None and event["seq"] > subscription.last
    await hand(gateway, connection, subscription, event)
    if is_new and subscription.channel in connection.__dict__.get("doubled", ()):
        connection.send_text(as_json(rules.frame(event["type"], event["topic"], event["data"], event["at"])))


if __name__ == "__main__":
    replace(Gateway, "subscribe", subscribe)
    replace(Gateway, "_hand_over", hand_over)
    start()
