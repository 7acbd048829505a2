"""A platform whose worker does not leave when it is told to."""

from __future__ import annotations

import signal
import sys

from tests.stack import fake_platform

if __name__ == "__main__":
    if sys.argv[1] == "worker":
        signal.signal(signal.SIGTERM, lambda *_: sys.stdout.write("not now\n") and signal.pause())
    fake_platform.main()
