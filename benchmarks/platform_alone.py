"""Starts the platform in a fresh process, says when it is ready, and ends it: ``python -m benchmarks.platform_alone``."""

from __future__ import annotations

import json
import os
import sys
import time

from support.settings import Settings
from support.stack import Stack


def main() -> None:
    """Write one line of JSON: the seconds from ``Stack.start`` to ready, and when that was (``time.monotonic``)."""
    stack = Stack(Settings.load({}, os.environ, {}))
    began = time.perf_counter()
    stack.start()
    try:
        stack.await_ready()
        seconds = time.perf_counter() - began
        sys.stdout.write(json.dumps({"seconds": seconds, "ready_at": time.monotonic()}) + "\n")
        sys.stdout.flush()
    finally:
        stack.stop()


if __name__ == "__main__":
    main()
