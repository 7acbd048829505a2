"""Notices a connection that leaves the machine: of the platform's processes, and of the suite's own with its stand-ins."""

from __future__ import annotations

import sys
from collections.abc import Collection
from typing import Any

from support.drivers.connections import Address, Connections, is_here
from support.watches.breach import Breach

PROMISES = ("API-052",)
_EVENTS = ("socket.connect", "socket.sendto", "socket.sendmsg")


class WatchOfConnections:
    """Of one run.

    :param known: hosts that the settings name: datastores that somebody gave, which may be elsewhere.
    """

    def __init__(self, connections: Connections, known: Collection[str]):
        self._connections = connections
        self._known = set(known)
        self._read = 0
        self._asked_here: list[Address] = []
        sys.addaudithook(self._hear)

    def look(self) -> list[Breach]:
        """Who beyond this machine was turned to since the last look."""
        asked, self._read = self._connections.since(self._read)
        here, self._asked_here = self._asked_here, []
        outside = dict.fromkeys([("the platform", *each) for each in asked if not is_here(each[0])]
                                + [("the suite", *each) for each in here])
        known = self._known | _own_addresses() if outside else self._known
        return [Breach(f"{who} turned to {host} (port {port}), which is beyond this machine and no stand-in's address",
                       PROMISES) for who, host, port in outside if host not in known]

    def _hear(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event in _EVENTS and isinstance(arguments[1], tuple):
            host, port = arguments[1][:2]
            if isinstance(host, str) and not is_here(host):
                self._asked_here.append((host, str(port)))


def _own_addresses() -> set[str]:
    """What is asked for at an address of this machine does not leave it."""
    import psutil

    return {address.address.partition("%")[0] for of_card in psutil.net_if_addrs().values() for address in of_card}
