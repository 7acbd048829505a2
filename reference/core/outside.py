"""Outside services, as a call or a task asks them: few tries in little time, and left alone while they keep failing.

How a service stands is kept in Redis, so that all processes know. The time for which it is left alone follows the
platform's clock, as limits do, so that it can be seen without waiting for it; what one question may take is measured.
"""

from __future__ import annotations

import http.client
import json
import random
import re
import time
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from ipaddress import IPv4Network
from typing import Any
from urllib.parse import SplitResult, urlsplit
from uuid import uuid4

from reference.core import cause, clock, networks
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
    """The service gave no answer that can be used. ``left_alone``: it was not even asked. ``retry_after``: in how many
    seconds it is worth trying again, as the service itself has said."""

    def __init__(self, service: Service, reason: str, *, left_alone: bool = False, retry_after: str | None = None) -> None:
        self.service = service
        self.left_alone = left_alone
        self.retry_after = retry_after
        super().__init__(f"{service.name}: {reason}")

    def problem(self) -> Problem:
        """What who called is told."""
        return Problem(503, "Service unavailable", f"The {self.service.name} is not available.",
                       headers={"Retry-After": str(RETRY_AFTER_SECONDS)})


class _Refused(Exception):
    """It answered, and not as it was hoped for."""

    def __init__(self, response: http.client.HTTPResponse) -> None:
        self.is_tried_again = response.status in TRIED_AGAIN
        said = (response.getheader("Retry-After") or "").strip()
        self.retry_after = said if response.status == 429 and re.fullmatch("[0-9]{1,9}", said) else None
        super().__init__(f"it answered {response.status}")


@dataclass(frozen=True)
class Service:
    """An outside service by the name that people know, and its address.

    ``token``: what it knows us by; ``seconds``: how long one call may take, all tries together; ``within``: the networks in
    which it must lie, where its address does not come from the platform's own settings.
    """

    name: str
    url: str
    token: str = field(default="", repr=False)
    seconds: float | None = None
    within: tuple[IPv4Network, ...] | None = None

    @property
    def key(self) -> str:
        return f"breaker:{self.name.replace(' ', '-')}"

    def ask(self, method: str, path: str, body: dict[str, Any] | None = None, *, accepts: Collection[int] = (200,),
            tries: int = TRIES) -> tuple[int, Any]:
        """Status and content of its answer, which is one of ``accepts``; raises Trouble."""
        (answer,) = self.pieces(method, path, body, self._whole, accepts=accepts, tries=tries)
        return answer

    def pieces(self, method: str, path: str, body: dict[str, Any] | bytes | None,
               read: Callable[[http.client.HTTPResponse], Iterator[Any]], *, accepts: Collection[int] = (200,),
               tries: int = TRIES, headers: Mapping[str, str] | None = None) -> Iterator[Any]:
        """What ``read`` makes of its answer, piece by piece as it comes; raises Trouble.

        It is asked again only as long as there is no first piece. ``body``: what is sent as it stands, where it is bytes.
        """
        if not self._may_be_asked():
            raise Trouble(self, "left alone", left_alone=True)
        try:
            yield from self._pieces(method, path, body, read, accepts, tries, headers or {})
        except Trouble:
            self._failed()
            raise
        self._answered()

    def _pieces(self, method: str, path: str, body: dict[str, Any] | bytes | None,
                read: Callable[[http.client.HTTPResponse], Iterator[Any]], accepts: Collection[int], tries: int,
                further: Mapping[str, str]) -> Iterator[Any]:
        deadline = time.monotonic() + (self.seconds or IN_ALL_SECONDS)
        headers = {"X-Request-ID": cause.present().request_id or str(uuid4()), "Idempotency-Key": str(uuid4()),
                   "Content-Type": "application/json", "Accept": "application/json", "Connection": "close",
                   **({"Authorization": f"Bearer {self.token}"} if self.token else {}), **further}
        content = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        retry_after = None
        for number in range(tries):
            if number:
                wait = WAITS_SECONDS[number - 1] * random.uniform(1 - WAITS_DIFFER, 1 + WAITS_DIFFER)
                time.sleep(min(wait, max(0.0, deadline - time.monotonic())))
            reason = "no time is left"
            if time.monotonic() >= deadline:
                break
            began = False
            try:
                for piece in self._try(method, path, content, headers, deadline, read, accepts):
                    began = True
                    yield piece
                return
            except _Refused as refusal:
                reason, retry_after = str(refusal), refusal.retry_after
                if not refusal.is_tried_again:
                    break
            except (OSError, http.client.HTTPException, ValueError) as error:
                reason = type(error).__name__
                if began:
                    break
        raise Trouble(self, reason, retry_after=retry_after)

    def _try(self, method: str, path: str, content: bytes | None, headers: dict[str, str], deadline: float,
             read: Callable[[http.client.HTTPResponse], Iterator[Any]], accepts: Collection[int]) -> Iterator[Any]:
        """One question and its answer; broken off at the deadline, however slowly the answer comes."""
        address = urlsplit(self.url)
        left = deadline - time.monotonic()
        with ended_after(self._connection(address, left), left) as connection:
            asked = address.path.rstrip("/") + path if path else address._replace(scheme="", netloc="").geturl() or "/"
            connection.request(method, asked, content, headers)
            response = connection.getresponse()
            if response.status not in accepts:
                raise _Refused(response)
            yield from read(response)

    def _connection(self, address: SplitResult, seconds: float) -> http.client.HTTPConnection:
        if self.within is not None:
            return networks.connection(self.url, self.within, seconds)
        kind = http.client.HTTPSConnection if address.scheme == "https" else http.client.HTTPConnection
        return kind(address.hostname or "localhost", address.port, timeout=seconds)

    def _whole(self, response: http.client.HTTPResponse) -> Iterator[tuple[int, Any]]:
        """The status and the whole content, in one piece."""
        content = response.read(ANSWER_BYTES)
        try:
            answer = json.loads(content) if content else None
        except ValueError:
            raise Trouble(self, "its answer is no JSON") from None
        yield response.status, answer

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
