from __future__ import annotations

import json

from reference.realtime import gateway, rules
from tests.broken._starting import replace, start

RULE = "Who watches one mission sees nothing of another. This platform sends each change to everybody of the tenant."
REQUIREMENTS = ("RT-017",)
SCENARIOS = ("Who watches one mission sees nothing of another",)


class Gateway(gateway.Gateway):
    async def _receive(self, tenant_id, event, *, is_complete=False):
        await super()._receive(tenant_id, event, is_complete=is_complete)
        frame = rules.frame(event["type"], rules.topic_of(event["topic"]), event["data"], event["at"])
        for connection in self.connections.values():
            if connection.person.tenant_id == tenant_id and event["topic"] not in connection.subscriptions:
                connection.send_text(json.dumps(frame))


if __name__ == "__main__":
    replace(gateway, "Gateway", Gateway)
    start()
