"""Every setting of a process, read once from the environment. The defaults suit a developer's machine."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from ipaddress import IPv4Network, ip_network

DEVELOPER_SECRET = "for-developers-only-never-in-production"


class SettingsError(Exception):
    """A setting that cannot be used; names the environment variable."""


@dataclass(frozen=True)
class Settings:
    """What this process was told. ``load`` makes one from environment variables."""

    database_url: str = field(default="postgresql://localhost:5432/platform", repr=False)
    redis_url: str = field(default="redis://localhost:6379/1", repr=False)
    broker_url: str = field(default="redis://localhost:6379/0", repr=False)
    host: str = "127.0.0.1"
    port: int = 8000
    jwt_secret: str = field(default=DEVELOPER_SECRET, repr=False)
    platform_key: str = field(default="", repr=False)  # empty: nobody has it
    allowed_networks: tuple[IPv4Network, ...] = (IPv4Network("127.0.0.0/8"),)
    allowed_origins: tuple[str, ...] = ()
    base_domain: str = "platform.test"
    worker_slots: int = 8
    password_hash_time_cost: int = 3
    password_hash_memory_cost: int = 65536  # KiB
    log_level: str = "INFO"
    start_seconds: float = 30.0  # how long a process waits for the database and its schema

    @classmethod
    def load(cls, environment: Mapping[str, str]) -> Settings:
        """Read the variables named like the fields in capitals; raises SettingsError."""
        given = {name: environment[name.upper()] for name in cls.__dataclass_fields__ if environment.get(name.upper())}
        read = {name: _READERS.get(name, _as_it_is)(name.upper(), text) for name, text in given.items()}
        settings = cls(**read)
        if len(settings.jwt_secret) < 32:
            raise SettingsError("JWT_SECRET must have at least 32 characters.")
        if not 1 <= settings.worker_slots <= 32:
            raise SettingsError("WORKER_SLOTS must lie between 1 and 32.")
        return settings


def _as_it_is(_name: str, text: str) -> str:
    return text


def _number(name: str, text: str) -> int:
    try:
        return int(text)
    except ValueError:
        raise SettingsError(f"{name} must be a whole number.") from None


def _networks(name: str, text: str) -> tuple[IPv4Network, ...]:
    try:
        networks = tuple(ip_network(part.strip()) for part in text.split(",") if part.strip())
    except ValueError:
        raise SettingsError(f"{name} must be IPv4 networks with commas between, such as 127.0.0.0/8.") from None
    if not all(isinstance(network, IPv4Network) for network in networks):
        raise SettingsError(f"{name} takes IPv4 networks only.")
    return networks


def _words(_name: str, text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())


def _seconds(name: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise SettingsError(f"{name} must be a number of seconds.") from None


_READERS = {
    "port": _number, "worker_slots": _number, "password_hash_time_cost": _number,
    "password_hash_memory_cost": _number, "allowed_networks": _networks, "allowed_origins": _words,
    "start_seconds": _seconds,
}


@lru_cache(maxsize=1)
def settings() -> Settings:
    """This process's settings."""
    return Settings.load(os.environ)
