"""How often somebody may call: windows of a minute from the first counted call, counted in Redis by one script.

The windows follow the platform's clock, so that what Retry-After promises can be seen without waiting for it.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from reference.core import clock
from reference.core.errors import Problem
from reference.core.stores import RedisError, keys

WINDOW_SECONDS = 60
CLOCKS_DIFFER_SECONDS = 1  # between processes: a window that began later than this from now is one of another time

COUNT = """
local now, window, began = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(redis.call('hget', KEYS[1], 'began'))
if not began or now >= began + window or now < began - tonumber(ARGV[3]) then
  began = now
  redis.call('hset', KEYS[1], 'began', ARGV[1], 'count', 0)
  redis.call('expire', KEYS[1], window + tonumber(ARGV[3]))
end
return {redis.call('hincrby', KEYS[1], 'count', 1), tostring(began + window - now)}
"""


# The same, without counting: how many there are, and what is left of a window that has begun.
LOOK = """
local now, window, began = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(redis.call('hget', KEYS[1], 'began'))
if not began or now >= began + window or now < began - tonumber(ARGV[3]) then return {0, ARGV[2]} end
return {tonumber(redis.call('hget', KEYS[1], 'count')), tostring(began + window - now)}
"""


@dataclass(frozen=True)
class Limit:
    """So many calls a window, counted apart from all other limits.

    Where ``counts_refusals`` is false a call is only looked at when it comes: its endpoint counts it, when it is known to
    be one that counts.
    """

    name: str
    most: int
    counts_refusals: bool = True


GENERAL = Limit("all", 600)
SIGN_IN = Limit("sign_in", 10)


@dataclass(frozen=True)
class Standing:
    """Where somebody stands after a call that was counted."""

    limit: Limit
    count: int
    seconds_left: float
    is_counted: bool = True

    @property
    def is_over(self) -> bool:
        """Whether the call is one too many."""
        return self.count + (not self.is_counted) > self.limit.most

    @property
    def reset(self) -> int:
        """Whole seconds, after which the window is surely over."""
        return max(1, math.ceil(self.seconds_left))

    def headers(self) -> dict[str, str]:
        return {"RateLimit-Limit": str(self.limit.most), "RateLimit-Reset": str(self.reset),
                "RateLimit-Remaining": str(max(0, self.limit.most - self.count))}


Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])


def limited(limit: Limit | Callable[[Mapping[str, Any]], Limit]) -> Callable[[Endpoint], Endpoint]:
    """For an endpoint whose calls are counted apart from all others; ``limit`` may depend on what its address names."""
    def mark(endpoint: Endpoint) -> Endpoint:
        endpoint.limit = limit  # type: ignore[attr-defined]
        return endpoint

    return mark


def limit_of(endpoint: Any, path: Mapping[str, Any]) -> Limit:
    limit = getattr(endpoint, "limit", GENERAL)
    return limit if isinstance(limit, Limit) else limit(path)


def is_free(path: str) -> bool:
    """Whoever watches over the platform may ask for its health at any time."""
    return path.startswith("/health/")


def count(limit: Limit, who: str) -> Standing | None:
    """Count a call of a person or an address; None where Redis is down: then nothing is counted."""
    return _standing(COUNT, limit, who)


def look(limit: Limit, who: str) -> Standing | None:
    """Where a person or an address stands before a call that is not counted yet."""
    return _standing(LOOK, limit, who)


def _standing(script: str, limit: Limit, who: str) -> Standing | None:
    try:
        counted, left = keys().eval(script, 1, f"rate:{limit.name}:{who}", clock.now().timestamp(), WINDOW_SECONDS,
                                    CLOCKS_DIFFER_SECONDS)
    except RedisError:
        return None
    return Standing(limit, int(counted), float(left), is_counted=script == COUNT)


def too_many(standing: Standing) -> Problem:
    return Problem(429, detail=f"At most {standing.limit.most} calls are served in {WINDOW_SECONDS} seconds.",
                   headers={"Retry-After": str(standing.reset)})
