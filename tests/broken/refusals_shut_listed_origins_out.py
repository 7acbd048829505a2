from __future__ import annotations

from reference.core.envelope import _Answering
from tests.broken._starting import replace, start

RULE = "A page of a listed origin may read refusals, too. On this platform it may not."
REQUIREMENTS = ("API-047",)
SCENARIOS = ("A page of a listed origin may read an answer, whatever the answer is",)

send_with_headers = _Answering._with_headers


async def send(answering, message):
    if message.get("status", 200) >= 400:
        answering._origin = None
    await send_with_headers(answering, message)


if __name__ == "__main__":
    replace(_Answering, "_with_headers", send)
    start()
