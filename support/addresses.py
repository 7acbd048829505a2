"""What an address of Redis means: which server, and which of its numbers (logical databases)."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

from support.settings import UsageError, redact_url

REDIS_PORT = 6379
_THIS_MACHINE = "this machine"


def number_of(redis_url: str) -> int:
    """The number in ``redis_url``: that of ``?db=``, else that of the path; none means 0.

    :raises UsageError: when it names something else than a number.
    """
    parts = urlsplit(redis_url)
    named = dict(parse_qsl(parts.query)).get("db") or unquote(parts.path).strip("/")
    if named and not (named.isascii() and named.isdigit()):
        raise UsageError(f"{redact_url(redis_url)} names no number of Redis: it should end in /0, /1 …")
    return int(named or 0)


def next_number(redis_url: str) -> str:
    """The address of the number after that of ``redis_url``."""
    parts = urlsplit(redis_url)
    query = urlencode([(name, value) for name, value in parse_qsl(parts.query) if name != "db"])
    return urlunsplit(parts._replace(path=f"/{number_of(redis_url) + 1}", query=query))


def is_same_number(one: str, other: str) -> bool:
    """Whether both addresses lead to the same number of the same server, however they spell it."""
    return (number_of(one) == number_of(other) and _port(one) == _port(other)
            and not _hosts(one).isdisjoint(_hosts(other)))


def _port(url: str) -> int:
    return urlsplit(url).port or REDIS_PORT


def _hosts(url: str) -> set[str]:
    """Every address that the host's name stands for; all those of the loopback are one."""
    name = urlsplit(url).hostname or "localhost"
    try:
        found = {str(answer[4][0]) for answer in socket.getaddrinfo(name, _port(url), type=socket.SOCK_STREAM)}
    except OSError:  # whoever connects will say so
        return {name}
    return {_THIS_MACHINE if _is_loopback(address) else address for address in found}


def _is_loopback(address: str) -> bool:
    return ipaddress.ip_address(address.partition("%")[0]).is_loopback
