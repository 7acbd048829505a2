from __future__ import annotations

from contextlib import suppress

from sqlalchemy.exc import IntegrityError

from reference.accounts.records import Person
from reference.core import identity
from reference.core.database import transaction
from reference.core.identity import BadToken
from tests.broken._starting import replace, start

RULE = "A token that names somebody unknown signs nobody in. This platform makes the person."
REQUIREMENTS = ("ACC-026",)
SCENARIOS = ("A token that names somebody whom nobody knows makes nobody",)

know = identity.identify


def identify(claims):
    try:
        return know(claims)
    except BadToken:
        with suppress(IntegrityError), transaction(claims.tenant_id) as session:
            session.add(Person(id=claims.person_id, email=f"{claims.person_id}@people.example", full_name="Somebody",
                               role="viewer", password_hash="-"))
        raise


if __name__ == "__main__":
    replace(identity, "identify", identify)
    start()
