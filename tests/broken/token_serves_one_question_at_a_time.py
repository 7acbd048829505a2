from __future__ import annotations

import time
from threading import Lock

from reference.core import identity
from reference.core.identity import BadToken
from tests.broken._starting import replace, start

RULE = "A token serves questions that come at once. This platform refuses it while it serves another."
REQUIREMENTS = ("ACC-041",)
SCENARIOS = ("One token serves ten questions at once",)

SERVES_SECONDS = 0.1  # makes sure that questions meet
serves = Lock()
know = identity.identify


def identify(claims):
    if not serves.acquire(blocking=False):
        raise BadToken
    try:
        time.sleep(SERVES_SECONDS)
        return know(claims)
    finally:
        serves.release()


if __name__ == "__main__":
    replace(identity, "identify", identify)
    start()
