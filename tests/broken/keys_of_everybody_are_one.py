from __future__ import annotations

from sqlalchemy import select

from reference.core import idempotency
from reference.core.idempotency import IdempotencyKey
from tests.broken._starting import replace, start

RULE = "A key is one person's. On this platform it is everybody's."
REQUIREMENTS = ("API-040",)
SCENARIOS = ("What is another person's key is another key",)

claim_own = idempotency.claim_key


def claim_key(session, person_id, place, sent):
    first = session.scalar(select(IdempotencyKey.person_id).where(IdempotencyKey.place == place))
    return claim_own(session, first or person_id, place, sent)


if __name__ == "__main__":
    replace(idempotency, "claim_key", claim_key)
    start()
