"""Ends what a run has started when the run can't do so itself, because it was killed.

Run as a program it is the keeper of one run: it waits at the end of a pipe that the run holds. When the pipe ends
without a goodbye, or its parent is gone, it ends the run's processes and removes its folders. It imports little,
because it sits there for as long as the run does.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import sys
import time
from pathlib import Path

MARK = "MUSTER_STACK"  # in the environment of every part: the folder of its run
SECONDS_FOR_POSTGRES = 2.0  # an immediate shutdown takes some milliseconds; a kill would leave its shared memory
SECONDS_FOR_ALL = 4.0
BETWEEN_LOOKS = 0.01
SEGMENTS = Path("/proc/sysvipc/shm")  # one line for each segment of shared memory
NOTED = "noted"  # in the folder of a run: sessions that belong to it without its mark, a line each
SAME_MOMENT = 2.0  # seconds


def clear(*folders: str) -> None:
    """End every process that belongs to a run with one of these folders, then remove the folders."""
    deadline = time.monotonic() + SECONDS_FOR_ALL
    patience = time.monotonic() + SECONDS_FOR_POSTGRES
    while (left := belonging_to(folders)) and time.monotonic() < deadline:
        _end(left, gently=time.monotonic() < patience)
        time.sleep(BETWEEN_LOOKS)
    for folder in folders:
        _free_shared_memory(folder)
        _remove(folder, deadline)


def note(folder: str) -> None:
    """Let this process belong to the run with ``folder``, and whatever it starts in its session, of which it is the first:
    it was forked, and what the system knows as its environment is that of the process it came from.

    :raises FileNotFoundError: when the run is over.
    """
    import psutil

    place = os.open(Path(folder) / NOTED, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(place, f"{os.getpid()} {psutil.Process().create_time()}\n".encode())
    finally:
        os.close(place)


def belonging_to(folders: tuple[str, ...]) -> list:
    """The processes (psutil's) that carry the mark of one of ``folders`` or are noted there, and all that came from them."""
    import psutil

    found, sessions = {}, _noted_sessions(folders)
    for process in psutil.process_iter():
        try:
            if _belongs(process, folders) or (sessions and os.getsid(process.pid) in sessions):
                found.update({each.pid: each for each in (process, *process.children(recursive=True))})
        except (psutil.Error, ProcessLookupError):
            continue
    return [process for process in found.values() if process.pid != os.getpid() and _lives(process)]


def _noted_sessions(folders: tuple[str, ...]) -> set[int]:
    """Those that are still what was noted: their number is nobody else's while somebody of the session lives, and after
    that may be a later process's."""
    import psutil

    found = set()
    for folder in folders:
        try:
            lines = (Path(folder) / NOTED).read_text().splitlines()
        except OSError:
            continue
        for number, began in (line.split() for line in lines):
            try:
                if abs(psutil.Process(int(number)).create_time() - float(began)) > SAME_MOMENT:
                    continue
            except psutil.Error:  # the first of the session is gone, and others of it may live
                pass
            found.add(int(number))
    return found


def _belongs(process, folders: tuple[str, ...]) -> bool:
    environment = process.environ()
    if environment:
        return environment.get(MARK) in folders
    # A PostgreSQL session overwrites its environment with its title; it works in the cluster's folder.
    place = process.cwd()
    return any(place == folder or place.startswith(folder + os.sep) for folder in folders)


def _lives(process) -> bool:
    import psutil

    try:
        return process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _end(processes: list, gently: bool) -> None:
    import psutil

    for process in processes:
        try:
            if gently and process.name().startswith("postgres"):
                process.send_signal(signal.SIGQUIT)
            else:
                process.kill()
        except psutil.Error:
            continue


def _free_shared_memory(folder: str) -> None:
    """Give back what a killed PostgreSQL could not: the small segment by which it knows that it is alone.

    Its number may be somebody else's since the machine was started anew: only the one with its key, and that nobody
    uses, is removed. Where the system does not tell that (no Linux) the few bytes stay.
    """
    for file in Path(folder).glob("*/postmaster.pid"):
        lines = file.read_text().splitlines()
        words = lines[6].split() if len(lines) > 6 else []
        if len(words) == 2 and _is_abandoned(key=int(words[0]), number=int(words[1])):
            import ctypes

            ctypes.CDLL(None).shmctl(int(words[1]), 0, None)  # 0: IPC_RMID


def _is_abandoned(key: int, number: int) -> bool:
    try:
        names, *rows = [line.split() for line in SEGMENTS.read_text().splitlines()]
    except (OSError, ValueError):
        return False
    segments = [dict(zip(names, map(int, row), strict=False)) for row in rows]
    # Both sides write the key's 32 bits, one of them with a sign.
    return any(each["shmid"] == number and (each["key"] - key) % 2**32 == 0 and each["nattch"] == 0
               for each in segments)


def _remove(folder: str, deadline: float) -> None:
    while True:
        shutil.rmtree(folder, ignore_errors=True)  # leaves a file alone
        if Path(folder).is_file():
            Path(folder).unlink(missing_ok=True)
        if not os.path.lexists(folder) or time.monotonic() > deadline:
            return
        time.sleep(BETWEEN_LOOKS)


def keep(parent: int, folder: str) -> None:
    """Wait for the end of standard input or of ``parent``; further lines name further files or folders to remove."""
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, signal.SIG_IGN)
    folders, unfinished = [folder], b""
    # A fork of the run may hold the pipe open after the run itself is gone: so the parent is looked at too.
    while os.getppid() == parent:
        if not select.select([0], [], [], 1.0)[0]:
            continue
        read = os.read(0, 65536)
        if not read:
            break
        *lines, unfinished = (unfinished + read).split(b"\n")
        if b"goodbye" in lines:
            return
        folders.extend(os.fsdecode(line) for line in lines)
    clear(*folders)


if __name__ == "__main__":
    sys.path.append(sys.argv[3])  # where psutil is: the keeper sees no other packages
    keep(int(sys.argv[1]), sys.argv[2])
