"""A run that boots a stack and is killed by a test: ``run_a_stack.py <cache> <logs>``."""

from __future__ import annotations

import signal
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from support.settings import Settings
from support.stack import Stack

FAKE = "tests.stack.fake_platform"

if __name__ == "__main__":
    cache, logs = map(Path, sys.argv[1:])
    stack = Stack(Settings(cache=cache), logs, platform_module=FAKE, schema_module=FAKE)
    stack.start()
    sys.stdout.write(f"{stack.folder}\n")
    sys.stdout.flush()
    stack.await_ready()
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    signal.pause()
