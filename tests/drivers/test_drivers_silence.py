"""A datastore that says nothing costs a limited time."""

from __future__ import annotations

import socket
import time

import pytest
import redis

from support.drivers.cache import Cache


def test_a_silent_redis_is_asked_once_and_given_up():
    with socket.create_server(("127.0.0.1", 0)) as listening:
        cache = Cache(f"redis://127.0.0.1:{listening.getsockname()[1]}/1", seconds=0.5)
        began = time.monotonic()
        with pytest.raises(redis.TimeoutError):
            cache.get("x")
        assert 0.4 < time.monotonic() - began < 5
        listening.settimeout(0)
        listening.accept()
        with pytest.raises(BlockingIOError):
            listening.accept()
        cache.close()
