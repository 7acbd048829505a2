from __future__ import annotations

from reference.core.envelope import _Answering
from tests.broken._starting import replace, start

RULE = "Whatever the answer is, it says how many calls are left. This platform says so only where it serves."
REQUIREMENTS = ("API-041",)
SCENARIOS = ("Whatever the answer is, it says how many calls are left",)

send_with_headers = _Answering._with_headers


async def send(answering, message):
    if message.get("status", 200) >= 400:
        answering._scope["standing"] = None
    await send_with_headers(answering, message)


if __name__ == "__main__":
    replace(_Answering, "_with_headers", send)
    start()
