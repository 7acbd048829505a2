from __future__ import annotations

from sqlalchemy import or_

from reference.core import clock, idempotency
from reference.core.idempotency import IdempotencyKey
from tests.broken._starting import replace, start

RULE = "An answer outlives a restart. This platform forgets every key with its process."
REQUIREMENTS = ("API-040",)
SCENARIOS = ("An answer outlives a restart",)

began = clock.now()
is_free_at = idempotency.is_free_at


def is_free_in_this_process(moment):
    return or_(is_free_at(moment), IdempotencyKey.claimed_at < began)


if __name__ == "__main__":
    replace(idempotency, "is_free_at", is_free_in_this_process)
    start()
