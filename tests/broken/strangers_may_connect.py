from __future__ import annotations

from sqlalchemy import select

from reference.accounts.records import Person, Session
from reference.core import identity
from reference.core.database import EVERY_TENANT, transaction
from reference.core.identity import BadToken
from reference.realtime import api
from tests.broken._starting import replace, start

RULE = "Who is not signed in is told so. This platform greets a stranger as whoever is there."
REQUIREMENTS = ("RT-035",)
SCENARIOS = ("Who is not signed in is told so, and hears nothing else",)

token_of = api._token


def token(socket):
    try:
        return token_of(socket)
    except BadToken:
        with transaction(EVERY_TENANT) as session:
            query = select(Person, Session).join(Session, Session.person_id == Person.id)
            person, sign_in = session.execute(query).first()
            return identity.issue(person, sign_in.id)


if __name__ == "__main__":
    replace(api, "_token", token)
    start()
