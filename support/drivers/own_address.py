"""Requests that come from an address of their own, as those of different people do.

On this machine every address that begins with 127 is one of ours. What is asked from one has a connection for itself,
which ends with the answer: there are as many addresses as people, and each asks so but once or twice.
"""

from __future__ import annotations

import ssl
import threading
from ipaddress import IPv4Address, ip_address
from urllib.parse import urlsplit
from zlib import crc32

import httpx

from support.drivers.bounded import BoundedTransport

FROM = "from_address"  # the extension of a request that says from where it comes
_FIRST, _LAST = int(IPv4Address("127.1.0.1")), int(IPv4Address("127.254.255.254"))


def address_of(name: str, base_url: str) -> str | None:
    """The address that belongs to a name, always the same; None where the platform is not on this machine."""
    try:
        host = ip_address(urlsplit(base_url).hostname or "")
    except ValueError:
        return None
    if host.version != 4 or not host.is_loopback:
        return None
    return str(IPv4Address(_FIRST + crc32(name.encode()) % (_LAST - _FIRST)))


class AddressingTransport(httpx.BaseTransport):
    """Kept connections for what comes from anywhere; for a request that names an address one from there."""

    def __init__(self, base_url: str) -> None:
        # One serves all: certificates take 17 ms to load, and only https needs them.
        self._tls: ssl.SSLContext = httpx.create_ssl_context(verify=base_url.startswith("https:"), trust_env=False)
        self._usual = BoundedTransport(verify=self._tls, trust_env=False)
        self._from: dict[str, BoundedTransport] = {}
        self._adding = threading.Lock()

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        address = request.extensions.get(FROM)
        return (self._transport_from(address) if address else self._usual).handle_request(request)

    def _transport_from(self, address: str) -> BoundedTransport:
        with self._adding:  # several may come from one at the same moment
            if address not in self._from:
                self._from[address] = BoundedTransport(verify=self._tls, trust_env=False, local_address=address,
                                                       limits=httpx.Limits(max_keepalive_connections=0))
            return self._from[address]

    def close(self) -> None:
        for transport in (self._usual, *self._from.values()):
            transport.close()
