"""A platform whose beat ends at once."""

from __future__ import annotations

import sys

from tests.stack import fake_platform

if __name__ == "__main__":
    if sys.argv[1] == "beat":
        sys.exit(3)
    fake_platform.main()
