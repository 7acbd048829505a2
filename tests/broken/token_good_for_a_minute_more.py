from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace

from reference.core import clock, identity
from tests.broken._starting import replace, start

RULE = "An access token is worth nothing once its time is over. This platform takes it for a minute more."
REQUIREMENTS = ("ACC-002", "ACC-021")
SCENARIOS = ("A token is worth something for as long as it says, and no longer",
             "A token is worth something until the second that it names")

lenient = SimpleNamespace(now=lambda: clock.now() - timedelta(seconds=60))
read_claims = identity.read


def read(token):
    identity.clock = lenient
    try:
        return read_claims(token)
    finally:
        identity.clock = clock


if __name__ == "__main__":
    replace(identity, "read", read)
    start()
