from __future__ import annotations

from fastapi import Response

from reference.core import application
from reference.core.calls import JSON
from reference.core.envelope import Envelope
from tests.broken._starting import replace, start

RULE = "Nothing is shown to who is not signed in. This platform shows the roles."
REQUIREMENTS = ("API-046",)
SCENARIOS = ("Whoever is not signed in can do nothing but sign in, and see that the platform is there",)


class Talkative(Envelope):
    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and scope["path"] == "/api/v2/roles":
            await Response("[]", media_type=JSON, headers={"X-Request-ID": "talkative"})(scope, receive, send)
        else:
            await super().__call__(scope, receive, send)


if __name__ == "__main__":
    replace(application, "Envelope", Talkative)
    start()
