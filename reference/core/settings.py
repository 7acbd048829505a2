"""Every setting of a process, read once from the environment. The defaults suit a developer's machine."""

from __future__ import annotations

import os
from functools import lru_cache
from ipaddress import IPv4Network
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError


class SettingsError(Exception):
    """Settings that cannot be used; names the environment variables, never what they hold."""


_separated = BeforeValidator(lambda text: [part.strip() for part in text.split(",") if part.strip()])


class Settings(BaseModel):
    """What this process was told: each field by the environment variable of its name in capitals."""

    model_config = ConfigDict(frozen=True)

    database_url: str = Field("postgresql://localhost:5432/platform", repr=False)
    redis_url: str = Field("redis://localhost:6379/1", repr=False)
    broker_url: str = Field("redis://localhost:6379/0", repr=False)
    host: str = "127.0.0.1"
    port: int = 8000
    jwt_secret: str = Field("for-developers-only-never-in-production", min_length=32, repr=False)
    platform_key: str = Field("", repr=False)  # empty: nobody has it
    allowed_networks: Annotated[tuple[IPv4Network, ...], _separated] = (IPv4Network("127.0.0.0/8"),)
    allowed_origins: Annotated[tuple[str, ...], _separated] = ()
    base_domain: str = "platform.test"
    smtp_url: str = Field("smtp://localhost:25", repr=False)  # or smtps://, with user:password@ where the server asks for it
    face_url: str = "http://localhost:8100"  # of the face service
    llm_base_url: str = "http://localhost:8200/v1"  # of the language model's service
    llm_api_key: str = Field("", repr=False)
    llm_models: Annotated[tuple[str, ...], _separated, Field(min_length=1)] = ("standard",)  # the first where none is named
    llm_timeout_seconds: float = Field(10.0, gt=0)  # of a whole turn
    retry_pace: float = Field(1.0, gt=0, le=1)  # what share of the usual time a task waits before it is tried again
    worker_slots: int = Field(8, ge=1, le=32)
    password_hash_time_cost: int = 3
    password_hash_memory_cost: int = 65536  # KiB
    log_level: str = "INFO"
    clock_offset_file: str = ""  # says by how many seconds this platform's clock is ahead; empty: it is right
    beat_seconds: float = Field(5.0, gt=0)  # how long the scheduler looks away at the most
    ready_file: str = ""  # what a worker or the scheduler makes when it works; empty: nothing
    start_seconds: float = 30.0  # how long a process waits for the database and its schema


@lru_cache(maxsize=1)
def settings() -> Settings:
    """This process's settings; raises SettingsError."""
    given = {name: text for name in Settings.model_fields if (text := os.environ.get(name.upper()))}
    try:
        return Settings.model_validate(given)
    except ValidationError as error:
        reasons = [f"{line['loc'][0]}".upper() + f": {line['msg']}." for line in error.errors(include_input=False)]
        raise SettingsError("\n".join(reasons)) from None
