from __future__ import annotations

from reference.core import identity, stores
from tests.broken._starting import replace, start

RULE = "Without Redis a token that was signed out stays refused. This platform takes it again."
REQUIREMENTS = ("API-058",)
SCENARIOS = ("Without Redis a token is worth what it was",)

is_open = identity.is_open


def is_open_or_unsure(sign_in, at=None):
    return is_open(sign_in, at) or (sign_in is not None and not stores.queue_is_up())


if __name__ == "__main__":
    replace(identity, "is_open", is_open_or_unsure)
    start()
