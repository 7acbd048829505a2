"""One request to a target: a GET to an address that may be asked, at most 5 s and 1 MiB, no redirect followed."""

from __future__ import annotations

import http.client
import ssl
import string
import time
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Network
from urllib.parse import quote, urlsplit

from reference.core import networks
from reference.core.patience import ended_after

TIME_LIMIT_SECONDS = 5.0
BODY_LIMIT = 1024 * 1024
TRIES = 3
WAITS_SECONDS = (0.2, 0.4)  # before the second and the third try


class NoAnswer(Exception):
    """The target gave no HTTP answer."""


@dataclass(frozen=True)
class TargetResponse:
    """What a target answered. Header names are in lower case; several of one name are joined by commas."""

    status: int
    headers: dict[str, str]
    body: str
    milliseconds: int


def ask(url: str, request_id: str, allowed: Iterable[IPv4Network]) -> TargetResponse:
    """One GET; raises NoAnswer."""
    began = time.monotonic()
    connection = _connection(url, allowed)
    try:
        with ended_after(connection, TIME_LIMIT_SECONDS):
            connection.request("GET", _asked(url), headers={"X-Request-ID": request_id, "User-Agent": "reference",
                                                     "Accept": "*/*", "Connection": "close"})
            response = connection.getresponse()
            body = response.read(BODY_LIMIT)
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise NoAnswer(type(error).__name__) from None
    headers = {name.lower(): ", ".join(response.headers.get_all(name)) for name in response.headers}
    milliseconds = int((time.monotonic() - began) * 1000)
    return TargetResponse(response.status, headers, body.decode("utf-8", "replace"), milliseconds)


def _asked(url: str) -> str:
    """Path and query as a request line takes them."""
    parts = urlsplit(url)
    return quote((parts.path or "/") + (f"?{parts.query}" if parts.query else ""), safe=string.punctuation)


def _connection(url: str, allowed: Iterable[IPv4Network]) -> http.client.HTTPConnection:
    """A connection that will be made to a checked address. A survey looks at the answer; who signed the certificate is
    not its question."""
    try:
        return networks.connection(url, allowed, TIME_LIMIT_SECONDS, ssl._create_unverified_context)
    except networks.NotAllowed as error:
        raise NoAnswer(str(error)) from None
    except (OSError, ValueError):
        raise NoAnswer("the name is unknown") from None
