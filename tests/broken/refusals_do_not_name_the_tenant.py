from __future__ import annotations

from reference.core.application import Envelope
from tests.broken._starting import replace, start

RULE = "Each signed-in answer names its tenant. This platform leaves that out where it refuses."
REQUIREMENTS = ("TEN-006",)
SCENARIOS = ("Every answer says for which tenant it was given, refused or not",)

around = Envelope.__call__


async def call(envelope, scope, receive, send):
    async def send_without(message):
        if message["type"] == "http.response.start" and message["status"] >= 400:
            message["headers"] = [header for header in message["headers"] if header[0].lower() != b"x-tenant"]
        await send(message)

    await around(envelope, scope, receive, send_without)


if __name__ == "__main__":
    replace(Envelope, "__call__", call)
    start()
