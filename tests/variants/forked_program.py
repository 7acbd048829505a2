"""``forked_program.py <place> [threads]``: has loaded itself alone; what is forked from it does what its command says."""

from __future__ import annotations

import atexit
import json
import os
import signal
import sys
import tempfile
import threading
from pathlib import Path

from tests.broken._forking import end_as, serve

LOADED_BY = os.getpid()


def do(command: list[str]) -> int | None:
    word, *more = command
    if word == "tell":
        sys.stdout.write(json.dumps({
            "loaded by": LOADED_BY, "parent": os.getppid(), "session": os.getsid(0), "number": os.getpid(),
            "folder": str(Path.cwd()), "environment": dict(os.environ), "command": sys.orig_argv,
            "temporary": tempfile.gettempdir(), "input": sys.stdin.read()}))
    if word == "write":
        atexit.register(lambda: Path(more[0]).write_text("at the end"))
    if word == "wait":
        Path(more[0]).touch()
        signal.pause()
    if word == "stay":
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        Path(more[0]).touch()
        signal.pause()
    if word == "leave":
        sys.exit(more[0] if not more[0].isdigit() else int(more[0]))
    if word == "fail":
        raise LookupError("there is none")
    return 7 if word == "answer" else None


if __name__ == "__main__":
    tempfile.gettempdir()  # as it is here
    if sys.argv[2:]:
        threading.Thread(target=threading.Event().wait, daemon=True).start()
    asked = serve(Path(sys.argv[1]))
    end_as(lambda: do(asked))
