"""Read-through cache in Redis. A reading that began before a change can never store what the change made old."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, Literal

from reference.core.stores import RedisError, keys

LIFE_SECONDS = 300
GENERATION_LIFE_SECONDS = 600

Outcome = Literal["hit", "miss", "bypass"]

FILL = """
local generation = redis.call('get', KEYS[2]) or ''
if generation == ARGV[1] then redis.call('set', KEYS[1], ARGV[2], 'EX', ARGV[3]) end
"""
FORGET = """
redis.call('incr', KEYS[2])
redis.call('expire', KEYS[2], ARGV[1])
return redis.call('del', KEYS[1])
"""


def read_through(key: str, load: Callable[[], dict[str, Any]], *, bypass: bool) -> tuple[dict[str, Any], Outcome]:
    """What is cached under ``key``, else what ``load`` gives, which is then cached."""
    if bypass:
        return load(), "bypass"
    try:
        cached, generation = keys().mget(key, _generation(key))
    except RedisError:
        return load(), "bypass"
    found = _read(cached)
    if found is not None:
        return found, "hit"
    loaded = load()
    try:
        keys().eval(FILL, 2, key, _generation(key), generation or "", json.dumps(loaded), LIFE_SECONDS)
    except RedisError:
        return loaded, "bypass"
    return loaded, "miss"


def forget(key: str) -> None:
    """Remove what is cached, and keep readings under way from storing what they have read. May raise RedisError."""
    keys().eval(FORGET, 2, key, _generation(key), GENERATION_LIFE_SECONDS)


def _generation(key: str) -> str:
    return f"cache:generation:{key.removeprefix('cache:')}"


def _read(text: str | None) -> dict[str, Any] | None:
    try:
        value = json.loads(text) if text else None
    except ValueError:
        return None
    return value if isinstance(value, dict) else None
