from __future__ import annotations

from starlette.datastructures import MutableHeaders

from reference.core import application
from tests.broken._starting import replace, start

RULE = ("An answer names the tenant that it was given for. This platform goes on naming the first that it ever "
        "answered.")
REQUIREMENTS = ("TEN-006",)
SCENARIOS = ("Every answer says for which tenant it was given, refused or not",)

first = []


class Envelope(application.Envelope):
    async def __call__(self, scope, receive, send):
        async def send_in_the_name_of_the_first(message):
            headers = MutableHeaders(scope=message) if message["type"] == "http.response.start" else {}
            if "X-Tenant" in headers:
                first.append(headers["X-Tenant"])
                headers["X-Tenant"] = first[0]
            await send(message)

        await super().__call__(scope, receive, send_in_the_name_of_the_first)


if __name__ == "__main__":
    replace(application, "Envelope", Envelope)
    start()
