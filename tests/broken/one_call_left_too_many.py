from __future__ import annotations

from reference.core.limits import Standing
from tests.broken._starting import replace, start

RULE = "Each answer says how many calls are left. This platform says one too many."
REQUIREMENTS = ("API-041",)
SCENARIOS = ("Whatever the answer is, it says how many calls are left",)

say = Standing.headers


def headers(standing):
    said = say(standing)
    return said | {"RateLimit-Remaining": str(int(said["RateLimit-Remaining"]) + 1)}


if __name__ == "__main__":
    replace(Standing, "headers", headers)
    start()
