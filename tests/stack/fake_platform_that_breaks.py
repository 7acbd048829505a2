"""A platform whose API ends at once, with a secret in its last words."""

from __future__ import annotations

import os
import sys

from tests.stack import fake_platform

if __name__ == "__main__":
    if sys.argv[1] == "api":
        sys.stderr.write(f"can't open the door\nsigned with {os.environ['JWT_SECRET']}\n")
        sys.exit(7)
    fake_platform.main()
