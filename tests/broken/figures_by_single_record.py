from __future__ import annotations

from reference.analytics import recorder
from tests.broken._starting import replace, start

RULE = "By address all records of a kind are one. This platform counts each by itself."
REQUIREMENTS = ("ANA-011",)
SCENARIOS = ("By address all records of a kind are one",)

call = recorder.Recording.__call__


class ByItself:
    def __init__(self, path):
        self.path = path


async def with_its_path(recording, scope, receive, send):
    async def send_on(message):
        if "route" in scope:
            scope["route"] = ByItself(scope["path"])
        await send(message)

    await call(recording, scope, receive, send_on)


if __name__ == "__main__":
    replace(recorder.Recording, "__call__", with_its_path)
    start()
