"""A platform whose worker runs and takes no work."""

from __future__ import annotations

import signal
import sys

from tests.stack import fake_platform

if __name__ == "__main__":
    if sys.argv[1] == "worker":
        signal.pause()
    fake_platform.main()
