from __future__ import annotations

from reference.realtime import gateway
from tests.broken._starting import replace, start

RULE = "Who watches a mission sees each change of it. This platform leaves out what becomes of its targets."
REQUIREMENTS = ("RT-015",)
SCENARIOS = ("Start, pause, resume and stop are seen by everybody who watches",)


class Gateway(gateway.Gateway):
    async def _hand_over(self, connection, subscription, event):
        if event["type"] == "mission.target" and subscription.last is not None:
            subscription.last = event["seq"]
        else:
            await super()._hand_over(connection, subscription, event)


if __name__ == "__main__":
    replace(gateway, "Gateway", Gateway)
    start()
