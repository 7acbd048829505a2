"""One request to a target: a GET to an address that may be asked, at most 5 s and 1 MiB, no redirect followed."""

from __future__ import annotations

import http.client
import socket
import ssl
import string
import time
from collections.abc import Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network
from urllib.parse import quote, urlsplit

from reference.core.patience import ended_after
from reference.missions.rules import is_allowed

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
    """A connection that will be made to a checked address, whatever the name resolves to later."""
    parts = urlsplit(url)
    try:
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        found = [entry[4][0] for entry in socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_STREAM)]
    except (OSError, ValueError, UnicodeError):
        raise NoAnswer("the name is unknown") from None
    if not found or not all(is_allowed(IPv4Address(address), allowed) for address in found):
        raise NoAnswer("the address is not allowed")
    if parts.scheme == "https":
        # A survey looks at the answer; who signed the certificate is not its question.
        context = ssl._create_unverified_context()
        connection: http.client.HTTPConnection = http.client.HTTPSConnection(
            host, port, timeout=TIME_LIMIT_SECONDS, context=context)
    else:
        connection = http.client.HTTPConnection(host, port, timeout=TIME_LIMIT_SECONDS)
    connection._create_connection = lambda address, *rest: socket.create_connection((found[0], address[1]), *rest)
    return connection
