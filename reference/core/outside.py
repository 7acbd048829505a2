"""Outside services, as a call or a task asks them: few tries in little time, and left alone while they keep failing.

How a service stands is kept in Redis, so that all processes know. The time for which it is left alone follows the
platform's clock, as limits do, so that it can be seen without waiting for it; what one question may take is measured.
"""

from __future__ import annotations

import http.client
import json
import random
import time
from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

from reference.core import cause, clock
from reference.core.errors import Problem
from reference.core.patience import ended_after
from reference.core.stores import RedisError, keys

TRIES = 3  # of a call; a task's attempt is one
WAITS_SECONDS = (0.2, 0.4)  # before the second and the third
WAITS_DIFFER = 0.2
TRIED_AGAIN = (429, 502, 503, 504)
IN_ALL_SECONDS = 5.0
ANSWER_BYTES = 1024 * 1024
RETRY_AFTER_SECONDS = 30

FAILURES_IN_A_ROW = 5
LEFT_ALONE_SECONDS = 30
KEPT_SECONDS = 3600

# Whether the service may be asked. When its time alone is over one question may try, and the others wait as long again.
ADMIT = """
local now, alone, opened = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(redis.call('hget', KEYS[1], 'opened'))
if not opened then return 1 end
if now >= opened and now < opened + alone then return 0 end
redis.call('hset', KEYS[1], 'opened', ARGV[1])
return 1
"""
FAIL = """
local failures = redis.call('hincrby', KEYS[1], 'failures', 1)
if failures >= tonumber(ARGV[2]) then redis.call('hset', KEYS[1], 'opened', ARGV[1]) end
redis.call('expire', KEYS[1], ARGV[3])
return failures
"""


class Trouble(Exception):
    """The service gave no answer that can be used. ``left_alone``: it was not even asked."""

    def __init__(self, service: Service, reason: str, *, left_alone: bool = False) -> None:
        self.service = service
        self.left_alone = left_alone
        super().__init__(f"{service.name}: {reason}")

    def problem(self) -> Problem:
        """What who called is told."""
        return Problem(503, "Service unavailable", f"The {self.service.name} is not available.",
                       headers={"Retry-After": str(RETRY_AFTER_SECONDS)})


@dataclass(frozen=True)
class Service:
    """An outside service by the name that people know, and its address."""

    name: str
    url: str

    @property
    def key(self) -> str:
        return f"breaker:{self.name.replace(' ', '-')}"

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None, *, accepts: Collection[int] = (200,),
            tries: int = TRIES) -> tuple[int, Any]:
        """Status and content of its answer, which is one of ``accepts``; raises Trouble."""
        if not self._may_be_asked():
            raise Trouble(self, "left alone", left_alone=True)
        try:
            answer = self._ask(method, path, body, accepts, tries)
        except Trouble:
            self._failed()
            raise
        self._answered()
        return answer

    def _ask(self, method: str, path: str, body: dict[str, Any] | None, accepts: Collection[int],
             tries: int) -> tuple[int, Any]:
        deadline = time.monotonic() + IN_ALL_SECONDS
        headers = {"X-Request-ID": cause.present().request_id or str(uuid4()), "Idempotency-Key": str(uuid4()),
                   "Content-Type": "application/json", "Accept": "application/json", "Connection": "close"}
        content = None if body is None else json.dumps(body).encode()
        for number in range(tries):
            if number:
                wait = WAITS_SECONDS[number - 1] * random.uniform(1 - WAITS_DIFFER, 1 + WAITS_DIFFER)
                time.sleep(min(wait, max(0.0, deadline - time.monotonic())))
            reason = "no time is left"
            if time.monotonic() >= deadline:
                break
            try:
                status, answered = self._try(method, path, content, headers, deadline)
            except (OSError, http.client.HTTPException) as error:
                reason = type(error).__name__
                continue
            if status in accepts:
                return status, self._read(answered)
            reason = f"it answered {status}"
            if status not in TRIED_AGAIN:
                break
        raise Trouble(self, reason)

    def _try(self, method: str, path: str, content: bytes | None, headers: dict[str, str],
             deadline: float) -> tuple[int, bytes]:
        """One question and its answer; broken off at the deadline, however slowly the answer comes."""
        address = urlsplit(self.url)
        left = deadline - time.monotonic()
        kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        connection = kind(address.hostname or "localhost", address.port, timeout=left)
        with ended_after(connection, left):
            connection.request(method, address.path.rstrip("/") + path, content, headers)
            response = connection.getresponse()
            return response.status, response.read(ANSWER_BYTES)

    def _read(self, content: bytes) -> Any:
        if not content:
            return None
        try:
            return json.loads(content)
        except ValueError:
            raise Trouble(self, "its answer is no JSON") from None

    # How it stands. With Redis down nothing is counted.

    def _may_be_asked(self) -> bool:
        try:
            return bool(keys().eval(ADMIT, 1, self.key, clock.now().timestamp(), LEFT_ALONE_SECONDS))
        except RedisError:
            return True

    def _failed(self) -> None:
        with suppress(RedisError):
            keys().eval(FAIL, 1, self.key, clock.now().timestamp(), FAILURES_IN_A_ROW, KEPT_SECONDS)

    def _answered(self) -> None:
        with suppress(RedisError):
            keys().delete(self.key)
