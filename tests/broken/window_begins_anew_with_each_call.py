from __future__ import annotations

from reference.core import limits
from tests.broken._starting import replace, start

RULE = ("The time is counted from the first call. This platform counts it from the latest, so that who goes on "
        "asking is never served again.")
REQUIREMENTS = ("API-045",)
SCENARIOS = ("Who waits as long as told is served again",)


if __name__ == "__main__":
    replace(limits, "COUNT", limits.COUNT.replace("return {", "redis.call('hset', KEYS[1], 'began', ARGV[1])\nreturn {"))
    start()
