from __future__ import annotations

from reference.core import idempotency
from tests.broken._starting import replace, start

RULE = "What the platform could not do may be sent again. This platform keeps that answer like any other."
REQUIREMENTS = ("API-055",)
SCENARIOS = ("A first attempt that the platform could not carry out may be sent again",)


def is_kept(status):
    return True


if __name__ == "__main__":
    replace(idempotency, "is_kept", is_kept)
    start()
