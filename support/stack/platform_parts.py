"""The processes of the platform: what they are told, and how one sees that they are ready."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from support.settings import Settings
from support.stack.addresses import Addresses
from support.stack.ports import LOOPBACK, Port
from support.stack.processes import Part, Processes

PROJECT = Path(__file__).resolve().parents[2]
WATCHED = Path(__file__).parent / "watched"  # what each Python process of the platform loads first
LANGUAGE_MODEL_KEY = "of-the-suite-and-no-secret"  # by which the platform is known to the suite's language model
SECOND = "second platform"  # another process of the platform, on a port of its own
# The components that /health/ready answers, and the parts of the stack that they are.
LISTED_ORIGIN = "https://app.platform.test"  # whose pages may use the platform from a browser
COMPONENTS = {"postgresql": "postgres", "redis": "redis", "worker": "worker"}
# How a process of the platform is begun. Who runs many platforms may fork it from one that is loaded already: then it does
# not carry the run's mark, and has to be noted (keeper.note).
begin: Callable[..., subprocess.Popen] = subprocess.Popen


def environment(addresses: Addresses, port: Port, settings: Settings, temporary: Path, clock_file: Path,
                outside: Mapping[str, str]) -> dict[str, str]:
    """Everything that the platform is told; nothing of it stands on a command line."""
    return {
        "DATABASE_URL": addresses.database_url, "REDIS_URL": addresses.redis_url, "BROKER_URL": addresses.broker_url,
        "HOST": LOOPBACK, "PORT": str(port.number),
        "JWT_SECRET": addresses.signing_key, "PLATFORM_KEY": addresses.platform_key,
        "ALLOWED_NETWORKS": "127.0.0.0/8,169.254.0.0/16",  # link-local is refused whatever this says: that is shown
        "ALLOWED_ORIGINS": LISTED_ORIGIN, "BASE_DOMAIN": settings.base_domain, "WORKER_SLOTS": str(settings.worker_slots),
        # Hundreds of sign-ins a run, of people that nobody attacks.
        "PASSWORD_HASH_TIME_COST": "1", "PASSWORD_HASH_MEMORY_COST": "1024",
        "CLOCK_OFFSET_FILE": str(clock_file), "BEAT_SECONDS": "0.2",  # a clock that is moved is noticed at once
        **outside,
        "RETRY_PACE": "0.002",  # what is tried again after two minutes comes in a quarter of a second
        "PYTHONPATH": os.pathsep.join(filter(None, [str(WATCHED), os.environ.get("PYTHONPATH")])),
        "CONNECTIONS_FILE": str(connections_file(temporary)),
        "LOG_LEVEL": "INFO", "PYTHONUNBUFFERED": "1", "TMPDIR": str(temporary),
    }


def outside(smtp_url: str = "", face_url: str = "", language_model_url: str = "") -> dict[str, str]:
    """What the platform is told of the outside services for which the suite stands in; nothing of the others."""
    from support.stand_ins.language_model import MODELS

    of_model = {"LLM_BASE_URL": language_model_url, "LLM_API_KEY": LANGUAGE_MODEL_KEY, "LLM_MODELS": ",".join(MODELS)}
    told = {"SMTP_URL": smtp_url, "FACE_URL": face_url, **(of_model if language_model_url else {})}
    return {name: value for name, value in told.items() if value}


def connections_file(temporary: Path) -> Path:
    """Where the platform's processes write down whom they turn to; not there while they do not."""
    return temporary / "connections"


def command(module: str, name: str) -> list[str]:
    """How the platform's ``name`` (api, worker, beat, migrate) is started."""
    return [sys.executable, "-m", module, name]


def spawn(processes: Processes, part: str, module: str, told: Mapping[str, str]) -> Part:
    """Start ``part`` of the platform: platform, worker or beat, or another process of the first."""
    return processes.spawn(part, command(module, "api" if part in ("platform", SECOND) else part),
                           {**told, "READY_FILE": str(ready_file(part, told))}, cwd=PROJECT, begin=begin)


def ready_file(part: str, told: Mapping[str, str]) -> Path:
    """The file that a worker or beat makes when it works."""
    return Path(told["TMPDIR"]) / f"{part}-ready"


def migrate(processes: Processes, module: str, told: Mapping[str, str]) -> None:
    """Bring the schema to its newest, and wait for it."""
    processes.run("migration", command(module, "migrate"), told, cwd=PROJECT)


def migration_files(module: str) -> list[Path]:
    """What decides how the schema of ``module`` looks: its migrations, or the one file that it is."""
    place = PROJECT.joinpath(*module.split("."))
    if place.is_dir():
        return [each for each in (place / "migrations").rglob("*") if each.is_file() and each.suffix != ".pyc"]
    return [place.with_suffix(".py")] if place.with_suffix(".py").exists() else []


class Health:
    """What the platform says of itself, asked anew each time."""

    def __init__(self, port: Port):
        self._port = port
        self.status: int | None = None
        self.down: list[str] = []  # names of parts

    def answers(self) -> bool:
        """Whether the platform answers at all that it is ready, or that it is not."""
        self.down = []
        self.status, states = self._ask("/health/ready")
        with contextlib.suppress(AttributeError):
            self.down = [COMPONENTS.get(name, name) for name, state in states.get("components", {}).items() if state != "up"]
        return self.status in (200, 503)

    def lives(self) -> bool:
        """Whether the platform's process answers."""
        return self._ask("/health/live")[0] == 200

    def is_ready(self) -> bool:
        """Whether the platform and all that it needs are up."""
        return self.answers() and self.status == 200

    def words(self) -> str:
        """What was last seen, for a message."""
        if self.status is None:
            return "does not answer GET /health/ready"
        down = f" ({', '.join(self.down)} down)" if self.down else ""
        return f"answers GET /health/ready with {self.status}{down}"

    def _ask(self, path: str) -> tuple[int | None, Any]:
        """Status and content of the answer; None where there is none."""
        connection = http.client.HTTPConnection(LOOPBACK, self._port.number, timeout=5.0)
        status = None
        try:
            connection.request("GET", path)
            answer = connection.getresponse()
            status = answer.status
            return status, json.loads(answer.read())
        except (OSError, http.client.HTTPException, ValueError):
            return status, None
        finally:
            connection.close()
