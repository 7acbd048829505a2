"""Where the parts of a stack are reached, and with what."""

from __future__ import annotations

from dataclasses import dataclass, fields
from urllib.parse import urlsplit


@dataclass(frozen=True)
class Addresses:
    """What drivers need to reach the parts. The addresses carry passwords; both keys are secrets."""

    base_url: str
    database_url: str
    redis_url: str  # the platform's keys
    broker_url: str  # the task queue
    platform_key: str
    signing_key: str

    def __repr__(self) -> str:
        return f"Addresses(base_url={self.base_url!r}, …)"

    def secrets(self) -> list[str]:
        """The values that may never be written anywhere: for the mask."""
        passwords = [urlsplit(getattr(self, each.name)).password for each in fields(self) if each.name.endswith("url")]
        return [value for value in (*passwords, self.platform_key, self.signing_key) if value]
