from __future__ import annotations

from sqlalchemy import select

from reference.accounts.records import Person, Session
from reference.core import calls, identity
from reference.core.database import EVERY_TENANT, transaction
from tests.broken._starting import replace, start

RULE = "Without a token nothing is shown. This platform takes a stranger for somebody who is signed in."
REQUIREMENTS = ("ACC-020",)
SCENARIOS = ("Without a token nothing is shown",)

token_of = calls.bearer


def bearer(header):
    if header:
        return token_of(header)
    with transaction(EVERY_TENANT) as session:
        person, sign_in = session.execute(select(Person, Session).join(Session, Session.person_id == Person.id)).first()
        return identity.issue(person, sign_in.id)


if __name__ == "__main__":
    replace(calls, "bearer", bearer)
    start()
