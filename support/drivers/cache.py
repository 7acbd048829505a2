"""Redis as the suite reads it: the platform's own number, where its cache, locks and counts are."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from typing import Any

import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from support.reporting.evidence import Evidence

ANSWER_SECONDS = 5.0


def connect(url: str, seconds: float = ANSWER_SECONDS) -> redis.Redis:
    """A client that answers bytes, gives up after ``seconds`` of silence, and takes up a dropped connection once."""
    return redis.Redis.from_pool(_Pool.from_url(
        url, socket_timeout=seconds, socket_connect_timeout=seconds, client_name="muster",
        retry=Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,))))  # silence is not asked twice


class _Pool(redis.ConnectionPool):
    """Takes no connection back on which a command was broken off: its answer would be read as the next command's."""

    def release(self, connection: redis.Connection) -> None:
        error = sys.exc_info()[1]
        if error is not None and not isinstance(error, redis.RedisError):
            connection.disconnect()
        super().release(connection)


class Cache:
    """One number (logical database) of a Redis server.

    :param url: ``redis://login:password@host:port/number``.
    :param evidence_of: gives the evidence of the scenario in hand, or None; asked at each command.
    :param seconds: how long the server may take for one answer.
    """

    def __init__(self, url: str, evidence_of: Callable[[], Evidence | None] = lambda: None, *,
                 seconds: float = ANSWER_SECONDS):
        self.url = url
        self.client = connect(url, seconds)
        self._evidence_of = evidence_of

    def get(self, key: str) -> str | None:
        """The text under ``key``, or None."""
        return self._recorded(f"GET {key}", lambda: _text(self.client.get(key)))

    def get_json(self, key: str) -> Any:
        """What the JSON under ``key`` says, or None when there is no such key.

        :raises ValueError: when it is no JSON, naming the key.
        """
        found = self.get(key)
        try:
            return None if found is None else json.loads(found)
        except ValueError as error:
            raise ValueError(f"{key} holds no JSON: {found[:200]!r}") from error

    def keys(self, pattern: str = "*") -> list[str]:
        """The names of all keys that fit ``pattern`` (``cache:mission:*``), sorted."""
        return self._recorded(f"SCAN {pattern}", lambda: sorted(
            key.decode("utf-8", "replace") for key in self.client.scan_iter(match=pattern, count=1000)))

    def ttl(self, key: str) -> float | None:
        """Seconds until ``key`` expires; None when it never does.

        :raises KeyError: when there is no such key.
        """
        left = self._recorded(f"PTTL {key}", lambda: self.client.pttl(key))
        if left == -2:
            raise KeyError(key)
        return None if left == -1 else left / 1000

    def set(self, key: str, value: str, seconds: float | None = None) -> None:
        """Write ``value`` under ``key``, for ``seconds`` or for ever."""
        self._recorded(f"SET {key}", lambda: self.client.set(
            key, value, px=None if seconds is None else int(seconds * 1000)))

    def delete(self, *keys: str) -> int:
        """Remove ``keys``; how many there were."""
        return self._recorded(f"UNLINK {' '.join(keys)}", lambda: self.client.unlink(*keys) if keys else 0)

    def version(self) -> str:
        """The server's name and version ("valkey 9.1.2"; Redis and what answers as Redis "redis 7.2.4")."""
        said = self.client.info("server")
        return f"valkey {said['valkey_version']}" if "valkey_version" in said else f"redis {said['redis_version']}"

    def close(self) -> None:
        """End the connection. The next command would open another."""
        self.client.close()

    def _recorded(self, command: str, ask: Callable[[], Any]) -> Any:
        began = time.perf_counter()
        answer: Any = "no answer"
        try:
            answer = ask()
            return answer
        except redis.RedisError as error:
            answer = f"{type(error).__name__}: {error}"
            raise
        finally:
            evidence = self._evidence_of()
            if evidence is not None:
                milliseconds = (time.perf_counter() - began) * 1000
                shown = answer if isinstance(answer, str) else json.dumps(answer, ensure_ascii=False)
                evidence.record("redis", f"{command} ({milliseconds:.1f} ms)", f"{command}\n{shown}", milliseconds)


def _text(value: bytes | None) -> str | None:
    return None if value is None else value.decode("utf-8", "replace")
