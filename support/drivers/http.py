"""Asks over HTTP, keeps the record of it, and notices a transfer that is not as it was announced."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from http.cookiejar import CookieJar, DefaultCookiePolicy
from time import perf_counter
from typing import Any

import httpx

from support.drivers.own_address import FROM, AddressingTransport
from support.drivers.trace import Trace
from support.drivers.transfer import SURPLUS
from support.findings import Finding, PlatformGone
from support.reporting.evidence import Evidence
from support.reporting.masking import Mask

TIMEOUT_SECONDS = 30.0  # for a whole answer, where a run's settings say nothing else
USER_AGENT = f"python-httpx/{httpx.__version__}"  # what we come with where nothing else is said
IMPATIENT_SECONDS = 2.0  # once somebody did not answer in time: what follows are the clean-ups
_FILES = ("multipart/", "image/", "application/pdf")  # bodies that no report shows
_NOTHING_CAME = "without sending a response"  # how httpx words a connection that ended before the first byte
logging.getLogger("httpx").setLevel(logging.WARNING)  # its line a request would repeat the evidence


def open_client(base_url: str) -> httpx.Client:
    """One client for a run: connections are kept, redirects are not followed, the environment's proxies are not used.

    It keeps no cookies: one scenario's would sign the next one in. Who wants to send one gives it to ``Http.ask``.
    """
    nobody = DefaultCookiePolicy(allowed_domains=())
    return httpx.Client(base_url=base_url, timeout=TIMEOUT_SECONDS, follow_redirects=False, trust_env=False,
                        cookies=CookieJar(nobody), transport=AddressingTransport(base_url))


@dataclass(frozen=True)
class Answer:
    """What came back. ``words`` names the request as a report shows it."""

    words: str
    status: int
    headers: httpx.Headers
    body: bytes
    request_id: str
    milliseconds: float
    mask: Mask

    @property
    def text(self) -> str:
        return self.body.decode("utf-8", "replace")

    @property
    def media_type(self) -> str:
        """What kind of content the body is said to be, without its parameters; empty where nothing is said."""
        return self.headers.get("Content-Type", "").split(";")[0]

    @property
    def excerpt(self) -> str:
        """The beginning of the body as a message may show it. Masked before it is cut: half a secret is not known."""
        return self.mask(self.text)[:300]

    @cached_property
    def json(self) -> Any:
        """The decoded body.

        :raises Finding: when it is no JSON.
        """
        try:
            return json.loads(self.body)
        except ValueError:
            raise Finding(f"{self.words} should answer JSON, and answered: {self.excerpt!r}") from None


@dataclass(frozen=True)
class Exchange:
    """One request that got a whole answer. ``path`` is as it was sent, without the query."""

    method: str
    path: str
    is_preflight: bool  # a browser's question beforehand, which is about another request
    answer: Answer


class Http:
    """Asks one platform in the name of one scenario, and keeps its ``exchanges``."""

    def __init__(self, client: httpx.Client, evidence: Evidence, trace: Trace):
        self._client = client
        self._evidence = evidence
        self._trace = trace
        self.exchanges: list[Exchange] = []
        self._answered_in_time = True
        self._given_up = ""

    def give_up(self, words: str) -> None:
        """Ask nothing more: the platform went away, and ``words`` say how that was seen."""
        self._given_up = words

    def ask(self, method: str, path: str, *, token: str | None = None, json_body: Any = None,
            content: bytes | str | None = None, headers: Mapping[str, str | bytes] | None = None,
            files: Mapping[str, tuple[str, bytes]] | None = None,
            parameters: Mapping[str, Any] | None = None, cookies: Mapping[str, str] | None = None,
            with_request_id: bool = True, from_address: str | None = None) -> Answer:
        """One request and its whole answer; every status is an answer.

        ``files``: for each part of a form the name and the content of a file.
        ``from_address``: from where the connection comes; none: from wherever the machine sees fit.

        :raises Finding: when less or more was transferred than announced.
        :raises PlatformGone: when nobody answers, or not in the client's time; at once after ``give_up``.
        """
        if self._given_up:
            raise PlatformGone(f"{method} {path} was not asked: {self._given_up}")
        request = self._client.build_request(
            method, path, params=parameters, content=content, json=json_body, files=files,
            headers=self._headers(token, headers, cookies, with_request_id),
            timeout=httpx.USE_CLIENT_DEFAULT if self._answered_in_time else IMPATIENT_SECONDS,
            extensions={FROM: from_address} if from_address else None)
        request.read()  # a form is put together now: it is shown, too
        words = f"{method} {request.url.raw_path.decode()}"
        started = perf_counter()
        try:
            response = self._client.send(request)
        except httpx.TransportError as fault:
            if isinstance(fault, httpx.RemoteProtocolError) and _NOTHING_CAME not in str(fault):
                self._record(words, request, f"no whole answer: {fault}", started)
                raise Finding(f"{words}: the answer was not transferred as announced: {fault}") from fault
            self._record(words, request, f"no answer: {fault!r}", started)
            self._answered_in_time = self._answered_in_time and not isinstance(fault, httpx.TimeoutException)
            raise PlatformGone(f"{words} got no answer: {type(fault).__name__}: {fault}") from fault
        milliseconds = self._record(words, request, _response_text(response), started, response.status_code)
        _check_length(words, response)
        answer = Answer(words, response.status_code, response.headers, response.content,
                        response.headers.get("X-Request-ID", ""), milliseconds, self._evidence.mask)
        self.exchanges.append(Exchange(method, request.url.raw_path.decode().partition("?")[0], _is_preflight(request),
                                       answer))
        return answer

    def _headers(self, token: str | None, given: Mapping[str, str | bytes] | None,
                 cookies: Mapping[str, str] | None, with_request_id: bool) -> dict[str, str]:
        headers = self._trace.headers()
        if not with_request_id:
            del headers["X-Request-ID"]
        if token is not None:
            headers["Authorization"] = f"Bearer {token}"
        if cookies:
            headers["Cookie"] = "; ".join(f"{name}={value}" for name, value in cookies.items())
        return headers | dict(given or {})

    def _record(self, words: str, request: httpx.Request, answer: str, started: float, status: int | None = None) -> float:
        milliseconds = (perf_counter() - started) * 1000
        title = f"{words} -> {status if status is not None else 'no answer'} ({milliseconds:.0f} ms)"
        sender = f" (from {request.extensions[FROM]})" if FROM in request.extensions else ""
        sent = "\n".join([words + sender, *_header_lines(request.headers), "", _shown(request.headers, request.content)])
        self._evidence.record("http", title, f"{sent.rstrip()}\n\n{answer}", milliseconds)
        return milliseconds


def _is_preflight(request: httpx.Request) -> bool:
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers


def _header_lines(headers: httpx.Headers) -> list[str]:
    uninteresting = {"accept-encoding", "connection", "user-agent", "accept"}
    return [f"{name}: {value}" for name, value in headers.items() if name not in uninteresting]


def _shown(headers: httpx.Headers, body: bytes) -> str:
    """A body as the evidence shows it: of a file no more than its size."""
    kind = headers.get("Content-Type", "").split(";")[0]
    if kind.startswith(_FILES):
        return f"({len(body)} bytes of {kind})"
    return body.decode("utf-8", "replace")


def _response_text(response: httpx.Response) -> str:
    lines = [f"{response.status_code} {response.reason_phrase}", *_header_lines(response.headers), "",
             _shown(response.headers, response.content)]
    return "\n".join(lines)


def _check_length(words: str, response: httpx.Response) -> None:
    surplus = response.extensions.get(SURPLUS, 0)
    if surplus > 0:
        announced = response.headers["Content-Length"]
        raise Finding(f"{words}: the answer announced {announced} bytes, and {surplus} more were sent")
