"""Reads whom the platform's processes turned to: each writes down the addresses in one file (support/stack/watched)."""

from __future__ import annotations

import ipaddress
from pathlib import Path

Address = tuple[str, str]  # host, port


class Connections:
    """The file of one platform, as it grows. It is not there before somebody was turned to."""

    def __init__(self, file: Path):
        self._file = file

    def size(self) -> int:
        """How far it has been written: where a later reading may begin."""
        return self._file.stat().st_size if self._file.exists() else 0

    def since(self, begin: int) -> tuple[list[Address], int]:
        """Who was turned to since, and where the next reading begins; a line that is just being written waits for it."""
        if not self._file.exists():
            return [], begin
        with self._file.open("rb") as file:
            file.seek(begin)
            content = file.read()
        whole = content[:content.rfind(b"\n") + 1]
        lines = whole.decode().splitlines()
        return [(line.rpartition(" ")[0], line.rpartition(" ")[2]) for line in lines], begin + len(whole)


def is_here(host: str) -> bool:
    """Whether what is asked for at this host cannot leave the machine, whatever addresses the machine has."""
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host in ("", "localhost")
