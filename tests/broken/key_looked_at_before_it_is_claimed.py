from __future__ import annotations

import time
from uuid import uuid4

from sqlalchemy import select

from reference.core import idempotency
from reference.core.idempotency import IdempotencyKey
from tests.broken._starting import replace, start

RULE = ("Ten at the same moment with one key make one. This platform looks whether the key is known, and claims it "
        "a little later.")
REQUIREMENTS = ("API-054",)
SCENARIOS = ("Ten at the same moment make one",)

BETWEEN_SECONDS = 0.3  # makes sure that all have looked before one claims
claim_once = idempotency.claim_key


def claim_key(session, person_id, place, sent):
    is_known = session.scalar(select(IdempotencyKey.id).where(IdempotencyKey.place == place))
    time.sleep(BETWEEN_SECONDS)
    try:
        return claim_once(session, person_id, place, sent)
    except Exception:
        if is_known:
            raise
        return uuid4()


if __name__ == "__main__":
    replace(idempotency, "claim_key", claim_key)
    start()
