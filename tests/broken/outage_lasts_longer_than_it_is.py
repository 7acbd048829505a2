from __future__ import annotations

import time

from reference.core import application
from reference.core.envelope import Envelope, problem_answer
from reference.core.errors import unavailable
from tests.broken._starting import replace, start

RULE = "Within 5 seconds of PostgreSQL's return all is well. This platform goes on refusing for a minute."
REQUIREMENTS = ("API-057",)
SCENARIOS = ("Without PostgreSQL nothing is served, and nothing is told of the inside",)

refused = []


class Wary(Envelope):
    async def __call__(self, scope, receive, send):
        async def listen(message):
            if message.get("status") == 503:
                refused.append(time.monotonic())
            await send(message)

        is_business = scope["type"] == "http" and scope["path"].startswith("/api/v2/")
        if is_business and refused and time.monotonic() - refused[0] < 60:
            await problem_answer(unavailable("postgresql"), "wary")(scope, receive, send)
        else:
            await super().__call__(scope, receive, listen)


if __name__ == "__main__":
    replace(application, "Envelope", Wary)
    start()
