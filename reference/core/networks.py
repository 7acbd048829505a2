"""Where the platform may turn to when somebody else says the address: only into the networks of its settings."""

from __future__ import annotations

import http.client
import socket
import ssl
from collections.abc import Callable, Iterable
from ipaddress import IPv4Address, IPv4Network
from urllib.parse import urlsplit

LINK_LOCAL = IPv4Network("169.254.0.0/16")


class NotAllowed(OSError):
    """The address lies where the platform does not go."""


def is_allowed(address: IPv4Address, allowed: Iterable[IPv4Network]) -> bool:
    """Whether the platform may connect to the address."""
    return address not in LINK_LOCAL and any(address in network for network in allowed)


def connection(url: str, allowed: Iterable[IPv4Network], seconds: float,
               context: Callable[[], ssl.SSLContext] = ssl.create_default_context) -> http.client.HTTPConnection:
    """A connection that will be made to a checked address, whatever the name resolves to later; raises OSError, or
    ValueError where the address is none."""
    parts = urlsplit(url)
    host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
    found = [entry[4][0] for entry in socket.getaddrinfo(host, port, socket.AF_INET, socket.SOCK_STREAM)]
    if not found or not all(is_allowed(IPv4Address(address), allowed) for address in found):
        raise NotAllowed("the address is not allowed")
    made = (http.client.HTTPSConnection(host, port, timeout=seconds, context=context()) if parts.scheme == "https"
            else http.client.HTTPConnection(host, port, timeout=seconds))
    made._create_connection = lambda address, *rest: socket.create_connection((found[0], address[1]), *rest)
    return made
