from __future__ import annotations

from reference.realtime import gateway
from tests.broken._starting import replace, start

RULE = "Who watches sees each change once. This platform sends the last one twice."
REQUIREMENTS = ("RT-015",)
SCENARIOS = ("Start, pause, resume and stop are seen by everybody who watches",)


class Gateway(gateway.Gateway):
    async def _hand_over(self, connection, subscription, event):
        last = subscription.last
        await super()._hand_over(connection, subscription, event)
        if last is not None and event["data"].get("new_status") == "stopped":
            subscription.last = last
            await super()._hand_over(connection, subscription, event)


if __name__ == "__main__":
    replace(gateway, "Gateway", Gateway)
    start()
