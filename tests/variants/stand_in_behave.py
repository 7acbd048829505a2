"""Stands in for behave: what it does is decided by the name of the broken variant."""

from __future__ import annotations

import json
import signal
import sys
from pathlib import Path

words = dict(each.split("=", 1) for each in sys.argv[1:] if "=" in each and not each.startswith("--"))
name, folder = words["broken"], Path(words["reports"])
sys.stdout.write(f"told {' '.join(sys.argv[1:])}\n")
sys.stdout.flush()


def leave(*_) -> None:
    (folder / "left").touch()
    sys.exit(130)


signal.signal(signal.SIGINT, leave)
if name.startswith("waits"):
    (folder / "waiting").touch()
    signal.pause()
if not name.startswith("dies"):
    status = "passed" if name.startswith("survives") else "failed"
    (folder / "latest").mkdir()
    result = {"id": "features/x.feature · Held", "name": "Held", "status": status, "error": "a promise", "reason": "",
              "attempts": []}
    if name.startswith("caught_stale"):
        (folder / "latest/logs").mkdir()
        (folder / "latest/logs/worker.log").write_text(
            f'Traceback (most recent call last):\n  File "/tests/broken/{name}.py", line 7, in rule\n    return rule(1)\n'
            "           ^^^^^^^\nTypeError: rule() takes two\nINFO goes on\n")
    (folder / "latest/sign-off.json").write_text(json.dumps({"results": [result]}))
sys.exit(1)
