from __future__ import annotations

from reference.core import retries
from tests.broken._starting import replace, start

RULE = "A mail that is turned away is tried again. This platform gives up."
REQUIREMENTS = ("ACC-010",)
SCENARIOS = ("A mail that is turned away is tried again, and stays the same mail",)

def try_again(task, queue, error):
    raise error


if __name__ == "__main__":
    replace(retries, "try_again", try_again)
    start()
